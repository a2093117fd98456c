import {
  clusterSourceId,
  CoverageState,
  FleetItem,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import {
  FleetDomain,
  FleetEngine,
  mergeResources,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { LabObject } from './LabObject';

const CLUSTER = 'lab';
const SOURCE = clusterSourceId(CLUSTER);

/** What there is of a resource. */
export interface Listing {
  state: CoverageState;
  objects: LabObject[];
}

/** What is to be judged. */
export interface JudgeOptions {
  domain: FleetDomain;
  list(resource: WatchedResource): Promise<Listing>;
  now: Date;
  /** The Certificate in question. */
  namespace: string;
  name: string;
}

/** What the domain concludes when it sees a cluster for the first time. */
export async function judge(
  options: JudgeOptions,
): Promise<FleetItem | undefined> {
  const { domain, list, now, namespace, name } = options;
  const resources = mergeResources([domain]);
  const listings = await Promise.all(resources.map(list));
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
    rows: resources.flatMap((resource, at) =>
      listings[at].objects.flatMap(
        object => resource.project(SOURCE, object) ?? [],
      ),
    ),
    coverage: resources.map(({ id }, at) => ({
      source: SOURCE,
      resource: id,
      coverage: { state: listings[at].state, lastContact },
    })),
  });
  return engine.item(
    formatItemRef({ domain: domain.id, cluster: CLUSTER, namespace, name }),
  );
}
