import {
  makerObject,
  partObject,
  ToyFleet,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';

const NOW = '2026-11-22T10:00:00.000Z';
const acme = makerObject('acme');

describe('an incident of the engine', () => {
  const since = '2026-11-20T00:00:00Z';
  const wheel = partObject('wheel', { toy: 'car', broken: true });

  it('that is there at the start began when its objects say', () => {
    const fleet = ToyFleet.create();
    fleet.cover('syncing');
    fleet.apply(acme, toyObject('car', { brokenSince: since }), wheel);
    const [incident] = fleet.cover('live').incidents;
    expect(incident).toBeUndefined();
    expect(fleet.engine.incidents()).toMatchObject([
      { openedAt: '2026-11-20T00:00:00.000Z' },
    ]);
  });

  it('that comes later began when it was found', () => {
    const fleet = ToyFleet.create();
    fleet.cover();
    fleet.apply(acme, toyObject('car', { brokenSince: since }));
    expect(fleet.apply(wheel).incidents).toMatchObject([{ openedAt: NOW }]);
  });

  it('is over when its items did not come again after a restart', () => {
    const before = ToyFleet.create();
    before.cover();
    const { incidents } = before.apply(acme, toyObject('car'), wheel);
    const items = [{ id: 'toys/dev-1/nursery/car' }];
    const remembered = JSON.parse(JSON.stringify({ items, incidents }));

    const gone = ToyFleet.create({ remembered });
    expect(gone.cover('syncing').incidents).toEqual([]);
    expect(gone.cover('live')).toMatchObject({
      removed: [{ name: 'car' }],
      incidents: [{ id: incidents[0].id, closedAt: NOW }],
    });

    const silent = ToyFleet.create({ remembered });
    silent.later(15 * 60 * 1000);
    expect(silent.engine.tick().incidents).toMatchObject([
      { id: incidents[0].id },
    ]);
  });
});
