import {
  CoverageState,
  clusterSourceId,
  FleetItem,
} from '@slipway/backstage-plugin-fleet-common';
import {
  FleetDomain,
  FleetEngine,
  mergeResources,
  Row,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { LabCluster } from './LabCluster';
import { LabObject } from './LabObject';

const CLUSTER = 'lab';
const SOURCE = clusterSourceId(CLUSTER);

/** Everything that the domain reads of a cluster, listed once, and what follows. */
export interface Judgement {
  item(namespace: string, name: string): FleetItem | undefined;
}

/** What is asked of {@link judge}. */
export interface JudgeOptions {
  cluster: LabCluster;
  domain: FleetDomain;
  now: Date;
}

/** Lists as the product would on its first contact, and concludes at `now`. */
export async function judge(options: JudgeOptions): Promise<Judgement> {
  const { cluster, domain, now } = options;
  const resources = mergeResources([domain]);
  const lists = await Promise.all(
    resources.map(resource => list(cluster, resource)),
  );
  const engine = FleetEngine.create({ domains: [domain], now: () => now });
  const lastContact = now.toISOString();
  engine.apply({
    sources: [
      {
        id: SOURCE,
        kind: 'cluster',
        name: CLUSTER,
        state: 'live',
        reachable: true,
        since: lastContact,
        lastContact,
      },
    ],
    rows: lists.flatMap(({ rows }) => rows),
    coverage: lists.map(({ state }, at) => ({
      source: SOURCE,
      resource: resources[at].id,
      coverage: { state, lastContact },
    })),
  });
  return {
    item: (namespace, name) =>
      engine.item(`${domain.id}/${CLUSTER}/${namespace}/${name}`),
  };
}

async function list(
  cluster: LabCluster,
  resource: WatchedResource,
): Promise<{ state: CoverageState; rows: Row[] }> {
  const { group, plural, labelSelector, fieldSelector } = resource;
  const query = new URLSearchParams({
    ...(labelSelector && { labelSelector }),
    ...(fieldSelector && { fieldSelector }),
  });
  for (const version of resource.versions) {
    const prefix = group ? `/apis/${group}/${version}` : `/api/${version}`;
    const { status, body } = await cluster.request({
      method: 'GET',
      path: `${prefix}/${plural}?${query}`,
      signal: AbortSignal.timeout(30_000),
    });
    if (status === 200) {
      const { items } = body as LabObject;
      return {
        state: 'live',
        rows: items.flatMap(
          (object: LabObject) => resource.project(SOURCE, object) ?? [],
        ),
      };
    }
  }
  // the lab's administrator may read everything: what cannot be listed is not served
  return { state: 'absent', rows: [] };
}
