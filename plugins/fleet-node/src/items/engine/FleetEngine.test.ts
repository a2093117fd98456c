import {
  makerObject,
  partObject,
  toyDomain,
  ToyFleet,
  toyObject,
} from '@slipway/backstage-plugin-fleet-node-test-utils';

const NOW = '2026-11-22T10:00:00.000Z';
const acme = makerObject('acme');

function namespace(labels: Record<string, string>) {
  return { kind: 'Namespace', metadata: { name: 'nursery', labels } };
}

describe('FleetEngine', () => {
  it('derives items from rows, and says so once', () => {
    const fleet = ToyFleet.create();
    const first = fleet.apply(acme, toyObject('bear'));
    expect(first.items).toHaveLength(1);
    expect(first.items[0]).toMatchObject({
      ref: { domain: 'toys', cluster: 'dev-1', name: 'bear' },
      status: 'healthy',
    });
    const again = fleet.apply(acme, toyObject('bear', { version: 2 }));
    expect(again).toEqual({ items: [], removed: [], incidents: [], rows: [] });
    expect(
      fleet.engine.reader.row(
        'cluster/dev-1',
        'toys.example.org',
        'nursery',
        'bear',
      )?.resourceVersion,
    ).toBe('2');
  });

  it('follows a change to the items that it concerns', () => {
    const fleet = ToyFleet.create();
    fleet.cover();
    fleet.apply(acme, toyObject('bear'), toyObject('car'));
    const { items, incidents } = fleet.apply(
      partObject('wheel', { toy: 'car', broken: true }),
    );
    expect(items.map(({ ref }) => ref.name)).toEqual(['car']);
    expect(incidents).toMatchObject([
      {
        root: 'dev-1/Toy/nursery/car',
        status: 'failing',
        says: 'The part wheel is broken',
        openedAt: NOW,
        members: ['toys/dev-1/nursery/car'],
      },
    ]);
    fleet.later(1000);
    const healed = fleet.apply(partObject('wheel', { toy: 'car', version: 2 }));
    expect(healed.items).toMatchObject([{ status: 'healthy' }]);
    expect(healed.incidents).toMatchObject([
      {
        id: incidents[0].id,
        closedAt: '2026-11-22T10:00:01.000Z',
        members: ['toys/dev-1/nursery/car'],
      },
    ]);
  });

  it('follows what an object was tied to before its change', () => {
    const fleet = ToyFleet.create();
    fleet.cover();
    fleet.apply(
      acme,
      makerObject('other', { strike: 'no pay' }),
      toyObject('bear', { maker: 'other' }),
    );
    expect(fleet.item('bear')).toMatchObject({ status: 'failing' });
    fleet.apply(toyObject('bear', { version: 2 }));
    expect(fleet.item('bear')).toMatchObject({ status: 'healthy' });
    expect(
      fleet.engine.reader.rowsBy(
        'cluster/dev-1',
        'toys.example.org',
        'maker',
        'other',
      ),
    ).toEqual([]);
  });

  it('concludes nothing from absence before all is known', () => {
    const fleet = ToyFleet.create();
    fleet.cover('syncing');
    fleet.apply(toyObject('bear'));
    expect(fleet.item('bear')).toMatchObject({ status: 'healthy' });
    const { items } = fleet.cover('live');
    expect(items).toMatchObject([
      { status: 'failing', finding: { cause: 'toy.maker.missing' } },
    ]);
    expect(fleet.cover('live').items).toEqual([]);
  });

  it('derives again when the time comes', () => {
    const fleet = ToyFleet.create();
    fleet.apply(acme, toyObject('bear', { oldAt: '2026-11-22T11:00:00Z' }));
    expect(fleet.engine.nextRevisitAt()?.toISOString()).toBe(
      '2026-11-22T11:00:00.000Z',
    );
    expect(fleet.engine.tick().items).toEqual([]);
    fleet.later(60 * 60 * 1000);
    expect(fleet.engine.tick().items).toMatchObject([{ status: 'at-risk' }]);
    expect(fleet.engine.nextRevisitAt()).toBeUndefined();
  });

  it('remembers what went, and what was found', () => {
    const fleet = ToyFleet.create();
    const wheel = partObject('wheel', { toy: 'car', broken: true });
    fleet.apply(acme, toyObject('car'), wheel);
    fleet.remove(wheel);
    expect(fleet.item('car')).toMatchObject({ status: 'failing' });
    fleet.later(20 * 60 * 1000);
    fleet.apply(toyObject('car', { players: ['Ann'], version: 2 }));
    expect(fleet.item('car')).toMatchObject({
      status: 'failing',
      finding: { says: 'The part wheel is broken' },
      memory: { broke: 'wheel' },
    });
  });

  it('removes what went', () => {
    const fleet = ToyFleet.create();
    fleet.cover();
    fleet.apply(toyObject('bear'));
    const { removed, incidents } = fleet.remove(toyObject('bear'));
    expect(removed).toMatchObject([{ name: 'bear' }]);
    expect(incidents).toMatchObject([{ closedAt: NOW }]);
    expect(fleet.engine.items()).toEqual([]);
  });

  it('takes the owner from the labels of the namespace alone', () => {
    const fleet = ToyFleet.create();
    const toy = toyObject('bear');
    fleet.apply(acme, {
      ...toy,
      metadata: {
        ...(toy.metadata as object),
        labels: { 'slipway.dev/owner': 'thief' },
      },
    });
    expect(fleet.item('bear')?.owner).toBeUndefined();
    const { items } = fleet.apply(
      namespace({
        'slipway.dev/owner': 'storefront',
        'slipway.dev/service': 'shop',
        'slipway.dev/environment': 'dev',
      }),
    );
    expect(items).toMatchObject([
      {
        owner: 'group:default/storefront',
        service: 'shop',
        environment: 'dev',
      },
    ]);
    fleet.apply(namespace({ 'slipway.dev/owner': 'user:default/me' }));
    expect(fleet.item('bear')?.owner).toBeUndefined();
  });

  it('derives the items of a cluster that stops answering, and no others', () => {
    const fleet = ToyFleet.create();
    const source = fleet.source();
    fleet.engine.apply({
      sources: [source, fleet.source({ id: 'cluster/b', name: 'b' })],
      rows: [
        fleet.row(acme),
        fleet.row(toyObject('bear')),
        fleet.row(toyObject('car'), 'b'),
      ],
    });
    const lost = fleet.engine.apply({
      sources: [
        { ...source, state: 'stale', reachable: false, error: 'reset' },
      ],
    });
    expect(lost.items).toMatchObject([{ status: 'unknown' }]);
    expect(lost.incidents).toMatchObject([
      { root: 'dev-1/Cluster//dev-1', says: 'reset' },
    ]);
    expect(
      fleet.engine.apply({
        sources: [
          { ...source, state: 'stale', reachable: false, error: 'other words' },
        ],
      }).items,
    ).toEqual([]);
  });

  it('forgets a source with all that came from it', () => {
    const fleet = ToyFleet.create();
    fleet.engine.apply({
      sources: [fleet.source()],
      rows: [fleet.row(toyObject('bear'))],
      coverage: fleet.coverage('live'),
    });
    const { removed, incidents } = fleet.engine.apply({
      removedSources: ['cluster/dev-1'],
    });
    expect(removed).toHaveLength(1);
    expect(incidents).toMatchObject([{ closedAt: NOW }]);
    expect(fleet.engine.rowCount).toBe(0);
    expect(fleet.engine.reader.sources()).toEqual([]);
    expect(
      fleet.engine.reader.coverage('cluster/dev-1', 'toys.example.org'),
    ).toEqual({ state: 'not-asked' });
  });

  it('tells dependent domains of items, in order', () => {
    const boxes = toyDomain({
      id: 'boxes',
      dependsOn: ['toys'],
      resources: [],
      affected: change =>
        'ref' in change
          ? [{ ...change.ref, domain: 'boxes', name: `box-${change.ref.name}` }]
          : [],
      derive: (ref, read) => {
        const toy = read.item({
          ...ref,
          domain: 'toys',
          name: ref.name.slice('box-'.length),
        });
        return toy && { ...toy, ref };
      },
    });
    const fleet = ToyFleet.create({ domains: [boxes, toyDomain()] });
    expect(
      fleet.apply(acme, toyObject('bear')).items.map(({ ref }) => ref.name),
    ).toEqual(['bear', 'box-bear']);
    expect(fleet.remove(toyObject('bear')).removed).toHaveLength(2);
  });

  it('derives again what looked at all sources when one comes or goes', () => {
    const atlas = toyDomain({
      id: 'atlas',
      derive: (ref, read) => ({
        ref,
        status: 'healthy',
        object: { scope: 'dev-1', kind: 'Toy', namespace: '', name: ref.name },
        impact: read.sources().map(({ name }) => name),
        details: {},
      }),
      affected: change =>
        'ref' in change
          ? []
          : [{ domain: 'atlas', cluster: 'dev-1', namespace: '', name: 'map' }],
    });
    const fleet = ToyFleet.create({ domains: [atlas] });
    fleet.apply(acme);
    const other = { ...fleet.source(), id: 'cluster/dev-2', name: 'dev-2' };
    const { items } = fleet.engine.apply({ sources: [other] });
    expect(items).toMatchObject([{ impact: ['dev-2'] }]);
    const gone = fleet.engine.apply({ removedSources: ['cluster/dev-2'] });
    expect(gone.items).toMatchObject([{ impact: [] }]);
  });

  it('refuses domains that depend on each other in a circle', () => {
    expect(() =>
      ToyFleet.create({
        domains: [
          toyDomain({ id: 'a', dependsOn: ['b'] }),
          toyDomain({ id: 'b', dependsOn: ['a'] }),
        ],
      }),
    ).toThrow('a -> b -> a');
  });

  it('names the change before an incident', () => {
    const fleet = ToyFleet.create();
    fleet.cover();
    fleet.apply(acme, toyObject('bear'));
    fleet.later(1000);
    const { incidents } = fleet.apply(
      toyObject('bear', { maker: 'nobody', version: 2 }),
    );
    expect(incidents).toMatchObject([
      {
        change: {
          at: '2026-11-22T10:00:01.000Z',
          title: 'Toy bear was changed',
        },
      },
    ]);
  });

  it('derives again what read a source that comes or goes', () => {
    const inner = toyDomain();
    const far = toyDomain({
      derive: (ref, read, ...rest) => {
        const item = inner.derive(ref, read, ...rest);
        const hub = read.source('cluster/hub')?.state ?? 'unknown';
        return item && { ...item, details: { hub } };
      },
    });
    const fleet = ToyFleet.create({ domains: [far] });
    fleet.apply(acme, toyObject('bear'));
    const hub = fleet.source({ id: 'cluster/hub', name: 'hub' });
    expect(fleet.engine.apply({ sources: [hub] }).items).toMatchObject([
      { details: { hub: 'live' } },
    ]);
    expect(
      fleet.engine.apply({ removedSources: [hub.id] }).items,
    ).toMatchObject([{ details: { hub: 'unknown' } }]);
  });

  it('tells the detail of an item, with events about it', () => {
    const fleet = ToyFleet.create();
    fleet.apply(acme, toyObject('bear'), {
      kind: 'Event',
      metadata: { name: 'bear.1', namespace: 'nursery' },
      involvedObject: { kind: 'Toy', namespace: 'nursery', name: 'bear' },
      reason: 'Hugged',
      message: 'was hugged',
      type: 'Normal',
      lastTimestamp: '2026-11-22T09:59:00Z',
    });
    expect(fleet.engine.detail('toys/dev-1/nursery/bear')).toMatchObject({
      item: { status: 'healthy' },
      chain: [{ title: 'Toy' }],
      events: [{ reason: 'Hugged', lastSeen: '2026-11-22T09:59:00.000Z' }],
    });
    expect(fleet.engine.detail('toys/dev-1/nursery/none')).toBeUndefined();
  });
});
