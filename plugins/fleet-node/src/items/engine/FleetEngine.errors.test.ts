import {
  makerObject,
  partObject,
  toyDomain,
  ToyFleet,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';

const acme = makerObject('acme');

describe('an engine with a domain that throws', () => {
  const fail = () => {
    throw new Error('cannot read properties');
  };

  it('makes the item unknown and goes on', () => {
    const inner = toyDomain();
    const fleet = ToyFleet.create({
      domains: [
        toyDomain({
          derive: (ref, ...rest) =>
            ref.name === 'bear' ? fail() : inner.derive(ref, ...rest),
        }),
      ],
    });
    fleet.apply(acme, toyObject('bear'), toyObject('car'));
    expect(fleet.item('bear')).toMatchObject({
      status: 'unknown',
      finding: {
        cause: 'fleet.domain.error',
        says: 'cannot read properties',
        root: 'dev-1/Toy/nursery/bear',
      },
    });
    expect(fleet.item('car')).toMatchObject({ status: 'healthy' });
    expect(fleet.problems).toMatchObject([
      { domain: 'toys', step: 'derive', subject: 'toys/dev-1/nursery/bear' },
    ]);
  });

  it('derives what is near when it cannot say what is concerned', () => {
    const inner = toyDomain();
    let broken = false;
    const fleet = ToyFleet.create({
      domains: [
        toyDomain({
          affected: (change, read) =>
            broken ? fail() : inner.affected(change, read),
        }),
      ],
    });
    fleet.apply(acme, toyObject('car'));
    broken = true;
    fleet.apply(partObject('wheel', { toy: 'car', broken: true }));
    expect(fleet.item('car')).toMatchObject({ status: 'failing' });
    fleet.apply(toyObject('bear'));
    expect(fleet.item('bear')).toMatchObject({ status: 'healthy' });
  });

  it('shows the error in the detail', () => {
    const fleet = ToyFleet.create({
      domains: [toyDomain({ chain: fail })],
    });
    fleet.apply(acme, toyObject('car'));
    expect(fleet.engine.detail('toys/dev-1/nursery/car')).toMatchObject({
      item: {
        status: 'unknown',
        finding: { says: 'cannot read properties' },
      },
      chain: [],
    });
  });
});
