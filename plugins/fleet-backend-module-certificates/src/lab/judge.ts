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
  Reader,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { LabObject } from './LabObject';

const CLUSTER = 'lab';
const SOURCE = clusterSourceId(CLUSTER);

/** What there is of a resource. */
export interface Listing {
  state: CoverageState;
  objects: LabObject[];
}

/** What is to be judged. */
export interface JudgeOptions<I extends FleetItem> {
  domain: FleetDomain<I>;
  list(resource: WatchedResource): Promise<Listing>;
  now: Date;
  /** The Certificate in question. */
  namespace: string;
  name: string;
}

/** What the domain makes of the Certificate. */
export interface Judgement<I extends FleetItem> {
  item?: I;
  /** What it knew for that. */
  read: Reader;
}

/** What the domain concludes when it sees a cluster for the first time. */
export async function judge<I extends FleetItem>(
  options: JudgeOptions<I>,
): Promise<Judgement<I>> {
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
  const ref = { domain: domain.id, cluster: CLUSTER, namespace, name };
  const item = engine.item(formatItemRef(ref)) as I | undefined;
  return { item, read: engine.reader };
}
