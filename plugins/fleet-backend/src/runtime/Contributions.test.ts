import { RowSource } from '@slipway/backstage-plugin-fleet-node';
import { Contributions } from './Contributions';

function source(parts: Partial<RowSource> = {}): RowSource {
  return {
    id: 'cloud/acme',
    kind: 'cloud',
    name: 'acme',
    resources: [],
    run: async () => undefined,
    ...parts,
  };
}

describe('row sources that modules bring', () => {
  it('are kept', () => {
    const contributions = Contributions.create();
    contributions.addRowSource(source());
    contributions.addRowSource(source({ id: 'cloud/other', name: 'other' }));
    expect(contributions.rowSources.map(({ id }) => id)).toEqual([
      'cloud/acme',
      'cloud/other',
    ]);
  });

  it('must not share an id', () => {
    const contributions = Contributions.create();
    contributions.addRowSource(source());
    expect(() => contributions.addRowSource(source())).toThrow(
      "Two modules bring the row source 'cloud/acme'",
    );
  });

  it.each([
    ['another id', { id: 'acme' }],
    ['a slash in its name', { id: 'cloud/a/b', name: 'a/b' }],
    ['no name', { id: 'cloud/', name: '' }],
  ])('must not have %s', (_, parts) => {
    const contributions = Contributions.create();
    expect(() => contributions.addRowSource(source(parts))).toThrow(
      'must have the id of its kind and name',
    );
  });
});
