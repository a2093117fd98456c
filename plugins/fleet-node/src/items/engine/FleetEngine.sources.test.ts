import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import {
  shipDomain,
  shipRecord,
  SHIPS,
  ToyFleet,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { mergeResources } from '../../rows';
import { FleetDomain } from '../FleetDomain';
import { FleetEngineOptions } from './FleetEngine';

const CLOUD = 'cloud/acme';
const SHIP = 'ships/acme//a';

function fleetOf(
  domains: FleetDomain[] = [shipDomain()],
  remembered?: FleetEngineOptions['remembered'],
) {
  const fleet = ToyFleet.create({ domains, remembered });
  const { engine } = fleet;
  const resource = mergeResources(domains).find(({ id }) => id === SHIPS)!;
  const row = (name: string) => resource.project(CLOUD, shipRecord(name))!;
  return {
    fleet,
    engine,
    row,
    cloud: (overrides: Partial<SourceInfo> = {}) =>
      engine.apply({
        sources: [
          fleet.source({
            id: CLOUD,
            kind: 'cloud',
            name: 'acme',
            ...overrides,
          }),
        ],
      }),
    cluster: (overrides: Partial<SourceInfo> = {}) =>
      engine.apply({ sources: [fleet.source(overrides)] }),
    live: () =>
      engine.apply({
        coverage: [
          { source: CLOUD, resource: SHIPS, coverage: { state: 'live' } },
        ],
      }),
    names: () => engine.items().map(({ ref }) => `${ref.cluster}//${ref.name}`),
  };
}

describe('items of sources that are no clusters', () => {
  it('come and go with their records', () => {
    const { engine, row, cloud, names } = fleetOf();
    cloud();
    engine.apply({ rows: [row('a'), row('b')] });
    expect(names()).toEqual(['acme//a', 'acme//b']);
    const goneAt = '2026-11-22T10:00:00.000Z';
    engine.apply({ rows: [{ ...row('a'), goneAt }] });
    expect(names()).toEqual(['acme//b']);
    engine.apply({ removedSources: [CLOUD] });
    expect(names()).toEqual([]);
  });

  it('are derived again when their source is lost, and when all is known', () => {
    const { engine, row, cloud, live } = fleetOf();
    cloud();
    engine.apply({ rows: [row('a')] });
    expect(engine.item(SHIP)).toMatchObject({
      status: 'healthy',
      details: { isAll: false },
    });
    live();
    expect(engine.item(SHIP)?.details).toMatchObject({ isAll: true });
    cloud({ state: 'stale', reachable: false, error: '503' });
    expect(engine.item(SHIP)).toMatchObject({ status: 'unknown' });
    expect(engine.incidents()).toMatchObject([
      { root: 'acme/Harbour//acme', members: [SHIP] },
    ]);
  });

  it('begin to fail now, once all that their domain reads of the source is known', () => {
    const { fleet, engine, row, cloud, live } = fleetOf();
    cloud();
    engine.apply({ rows: [row('a')] });
    live();
    fleet.later(60_000);
    cloud({ state: 'stale', reachable: false });
    const [{ openedAt }] = engine.incidents();
    expect(openedAt).toBe(fleet.now.toISOString());
  });

  it('that are remembered are over once the source is known without them', () => {
    const id = 'ships/acme//old';
    const { engine, cloud, live, row } = fleetOf([shipDomain()], {
      items: [{ id }, { id: SHIP }],
      incidents: [],
    });
    cloud();
    engine.apply({ rows: [row('a')] });
    const { removed } = live();
    expect(removed).toMatchObject([{ name: 'old' }]);
  });

  it('have the chain of their records', () => {
    const { engine, row, cloud } = fleetOf();
    cloud();
    engine.apply({ rows: [row('a')] });
    expect(engine.detail(SHIP)).toMatchObject({
      chain: [{ object: { scope: 'acme', kind: 'Ship', name: 'a' } }],
      events: [],
    });
  });

  it('belong to whom their source belongs, but not to a cluster of that name', () => {
    const { engine, row, cloud, cluster } = fleetOf();
    cloud({ owner: 'group:default/platform-team' });
    engine.apply({ rows: [row('a')] });
    expect(engine.item(SHIP)?.owner).toBe('group:default/platform-team');
    cluster({
      id: 'cluster/acme',
      name: 'acme',
      owner: 'group:default/storefront',
    });
    expect(engine.item(SHIP)?.owner).toBeUndefined();
  });
});

describe('items without rows', () => {
  it('come with a source, and go with it', () => {
    const { engine, cluster, names } = fleetOf();
    cluster();
    expect(names()).toEqual(['dev-1//dev-1']);
    cluster({ state: 'stale', reachable: false });
    expect(engine.item('ships/dev-1//dev-1')).toMatchObject({
      status: 'unknown',
    });
    engine.apply({ removedSources: ['cluster/dev-1'] });
    expect(names()).toEqual([]);
  });

  it('are asked for when what is known of a source changes, not for its age', () => {
    const asked: string[] = [];
    const { cluster } = fleetOf([
      shipDomain({
        affectedBySource({ id, server }) {
          asked.push(`${id} ${server}`);
          return [];
        },
      }),
    ]);
    cluster({ server: 'https://a' });
    cluster({ server: 'https://a', lastContact: '2026-11-22T10:00:00Z' });
    cluster({ server: 'https://b' });
    cluster({ server: 'https://b', labels: { zone: 'x' } });
    expect(asked).toEqual([
      'cluster/dev-1 https://a',
      'cluster/dev-1 https://b',
      'cluster/dev-1 https://b',
    ]);
  });

  it('are asked for when the rows of the same input are known', () => {
    const known: number[] = [];
    const { engine, fleet, row } = fleetOf([
      shipDomain({
        affectedBySource(_, read) {
          known.push(read.rows(CLOUD, SHIPS).length);
          return [];
        },
      }),
    ]);
    engine.apply({
      sources: [fleet.source({ id: CLOUD, kind: 'cloud', name: 'acme' })],
      rows: [row('a')],
    });
    expect(known).toEqual([1]);
  });

  it('survive a domain that cannot say which', () => {
    const { fleet, engine, row, cloud } = fleetOf([
      shipDomain({
        affectedBySource() {
          throw new Error('out of order');
        },
      }),
    ]);
    cloud();
    engine.apply({ rows: [row('a')] });
    cloud({ state: 'stale', reachable: false });
    expect(engine.item(SHIP)).toMatchObject({ status: 'unknown' });
    expect(fleet.problems).toMatchObject([
      { domain: 'ships', step: 'affectedBySource', subject: CLOUD },
      { domain: 'ships', step: 'affectedBySource', subject: CLOUD },
    ]);
  });
});
