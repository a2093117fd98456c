import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  FleetEngine,
  listOf,
  readDocuments,
  Row,
  valueAt,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { domain } from './domain';
import {
  ago,
  application,
  cluster,
  clusterSecret,
  controlPlane,
  hub,
  nodeGroup,
  NOW,
  template,
  TestKubernetes,
  UUID,
} from './testing';
import { cloudBlock } from './testing/judge';
import { sceneInput, SceneInput } from './testing/sceneInput';

const corpus = join(__dirname, '../../../corpus/clusters');

function engineOf() {
  return FleetEngine.create({
    domains: [domain],
    now: () => new Date(NOW),
    onProblem({ error }) {
      throw error;
    },
  });
}

/** What is found of all clusters; since when may depend on the order of things. */
function conclusions(engine: FleetEngine) {
  return engine
    .items()
    .map(({ ref, status, finding, impact, details }) => ({
      id: `${ref.cluster}//${ref.name}`,
      status,
      cause: finding?.cause,
      root: finding?.root,
      evidence: finding?.evidence,
      says: finding?.says,
      impact,
      details,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

const scenes: SceneInput[] = [
  ...readdirSync(corpus).map(file => {
    const [{ value }] = readDocuments(readFileSync(join(corpus, file), 'utf8'));
    return sceneInput({
      openstack: valueAt(value, 'openstack') as object,
      kubernetes: listOf(value, 'clusters') as TestKubernetes[],
    });
  }),
  sceneInput({
    openstack: cloudBlock({
      clusters: [
        cluster({ name: 'hub' }),
        cluster({ uuid: 'b', name: 'shop', api_address: 'https://10.0.0.2' }),
        cluster({ uuid: 'c', name: 'shop', api_address: 'https://10.0.0.3' }),
      ],
      nodeGroups: [
        controlPlane({ updated_at: ago('9d') }),
        nodeGroup({ updated_at: ago('9d') }),
        nodeGroup({
          uuid: 'group-b',
          cluster_id: 'b',
          updated_at: ago('14300m'),
        }),
      ],
    }),
    kubernetes: [
      { name: 'shop' },
      { name: 'edge', reachable: false },
      hub([
        clusterSecret({ name: 'edge', server: 'https://10.0.0.4' }),
        clusterSecret({ name: 'far', server: 'https://10.0.0.5' }),
        clusterSecret({ name: 'shop', server: 'https://10.0.0.2' }),
        clusterSecret({
          name: 'shop',
          server: 'https://10.0.0.3',
          secret: 'x',
        }),
        application('a', { name: 'edge' }),
        application('b', { name: 'far' }),
        application(
          'c',
          { name: 'shop' },
          'there are 2 clusters with the same name: []',
        ),
        application('d', { server: 'https://10.0.0.5/' }),
      ]),
    ],
  }),
];

describe('which clusters a change concerns', () => {
  it('is complete: told bit by bit, in any order, the conclusions are the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenes),
        fc.infiniteStream(fc.nat()),
        (scene, dice) => {
          const shuffle = <T>(list: readonly T[]): T[] =>
            list
              .map(entry => ({ entry, at: dice.next().value }))
              .sort((a, b) => a.at - b.at)
              .map(({ entry }) => entry);
          const atOnce = engineOf();
          atOnce.apply(scene);

          const bitByBit = engineOf();
          const parts = shuffle([
            ...scene.sources.map(source => ({ sources: [source] })),
            ...scene.rows.map(row => ({ rows: [row] })),
            ...scene.coverage.map(entry => ({ coverage: [entry] })),
          ]);
          parts.forEach(part => bitByBit.apply(part));

          expect(conclusions(bitByBit)).toEqual(conclusions(atOnce));
        },
      ),
      { numRuns: 120 },
    );
  });

  it('holds for what goes as well: without it, the conclusions are the same', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...scenes),
        fc.array(fc.nat(1000), { minLength: 1, maxLength: 6 }),
        (scene, picks) => {
          const goes = new Set<Row>(
            picks.map(pick => scene.rows[pick % scene.rows.length]),
          );
          const without = engineOf();
          without.apply({
            ...scene,
            rows: scene.rows.filter(row => !goes.has(row)),
          });

          const engine = engineOf();
          engine.apply(scene);
          for (const row of goes) {
            engine.apply({ rows: [{ ...row, goneAt: NOW }] });
          }

          expect(conclusions(engine)).toEqual(conclusions(without));
        },
      ),
      { numRuns: 120 },
    );
  });
});

describe('a registered cluster', () => {
  it('goes when it turns out to be one of Magnum', () => {
    const scene = sceneInput({
      openstack: cloudBlock({ clusters: [cluster()] }),
      kubernetes: [{ name: 'team-shop' }],
    });
    const engine = engineOf();
    engine.apply({ ...scene, rows: [] });
    expect(conclusions(engine)).toMatchObject([{ id: 'team-shop//team-shop' }]);

    engine.apply({ rows: scene.rows });
    expect(conclusions(engine)).toMatchObject([{ id: `cloud-a//${UUID}` }]);
  });

  it('is not called unwatched before every cloud was heard', () => {
    const scene = sceneInput({
      openstack: cloudBlock({ clusters: [] }),
      kubernetes: [
        hub([clusterSecret({ name: 'far', server: 'https://10.0.0.5' })]),
      ],
    });
    const engine = engineOf();
    const ofHub = scene.coverage.filter(
      ({ source }) => source === 'cluster/hub',
    );
    engine.apply({ ...scene, coverage: ofHub });
    expect(conclusions(engine)).toMatchObject([
      { id: 'far//far', status: 'unknown', cause: undefined },
      { id: 'hub//hub' },
    ]);

    engine.apply({ coverage: scene.coverage });
    expect(conclusions(engine)).toMatchObject([
      { id: 'far//far', cause: 'cluster.registered.not-watched' },
      { id: 'hub//hub' },
    ]);
  });
});

describe('what was changed before', () => {
  const told = (fields: object, templates = [template()]) =>
    sceneInput({
      openstack: cloudBlock({
        clusters: [cluster(fields)],
        nodeGroups: [controlPlane(), nodeGroup()],
        templates,
      }),
    });

  it('is a resize and an upgrade that were seen, and the order', () => {
    const engine = engineOf();
    engine.apply(told({}));
    engine.apply(told({ node_count: 5, updated_at: ago('20m') }));
    const newer = template({ uuid: 'newer', name: 'k8s-v1.37' });
    engine.apply(
      told(
        {
          node_count: 5,
          cluster_template_id: 'newer',
          status: 'UPDATE_FAILED',
          updated_at: ago('5m'),
        },
        [template(), newer],
      ),
    );

    const detail = engine.detail(`clusters/cloud-a//${UUID}`);

    expect(detail?.changes.map(({ title }) => title)).toEqual([
      'Template from k8s-v1.36 to k8s-v1.37',
      'Nodes from 3 to 5',
      'Cluster team-shop ordered',
    ]);
  });
});
