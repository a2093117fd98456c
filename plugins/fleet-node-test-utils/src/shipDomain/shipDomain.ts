import {
  clusterSourceId,
  cloudSourceId,
  FleetItem,
  isComplete,
  ItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import {
  FleetDomain,
  Reader,
  ResourceSpec,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { readShips } from './readShips';

/** Id of the ship domain. @public */
export const SHIP_DOMAIN = 'ships';

/** Records of clouds. @public */
export const SHIPS = 'ships.example.org';

const shipsResource: ResourceSpec<{ crew?: string }> = {
  id: SHIPS,
  kind: 'Ship',
  group: 'example.org',
  from: 'cloud',
  versions: [],
  plural: 'ships',
  namespaced: false,
  project: record => ({ crew: textOf(record, 'body', 'crew') }),
};

/**
 * A domain whose items are in clouds, one a record, and one for each cluster,
 * which has no row. They are `unknown` where their source does not answer.
 *
 * @public
 */
export function shipDomain(
  overrides: Partial<FleetDomain> = {},
): FleetDomain<FleetItem> {
  return {
    id: SHIP_DOMAIN,
    resources: [shipsResource],
    causes: [],
    affected: change =>
      'ref' in change ? [] : [refOf(nameIn(change.source), change.name)],
    affectedBySource: ({ kind, name }) =>
      kind === 'cluster' ? [refOf(name, name)] : [],
    derive: (ref, read) => deriveShip(ref, read),
    chain: item => [{ object: item.object, title: 'Ship', state: 'done' }],
    readRecords: readShips,
    ...overrides,
  };
}

function deriveShip(ref: ItemRef, read: Reader): FleetItem | undefined {
  const { cluster, name } = ref;
  const cloud = cloudSourceId(cluster);
  const ship = read.row(cloud, SHIPS, '', name);
  const harbour = read.source(clusterSourceId(cluster));
  const source = ship ? read.source(cloud) : harbour;
  if (!ship && !(harbour && name === cluster)) {
    return undefined;
  }
  return {
    ref,
    ...judge(ref, source),
    object: shipObject(ref),
    impact: [name],
    details: {
      crew: ship && textOf(ship.slices[SHIP_DOMAIN], 'crew'),
      isAll: isComplete(read.coverage(cloud, SHIPS)),
    },
  };
}

function judge(
  ref: ItemRef,
  source: SourceInfo | undefined,
): Pick<FleetItem, 'status' | 'finding'> {
  if (source?.reachable) {
    return { status: 'healthy' };
  }
  return {
    status: 'unknown',
    finding: {
      cause: 'ship.out-of-sight',
      status: 'unknown',
      title: 'Out of sight',
      advice: 'Wait',
      says: `${ref.cluster} does not answer: ${source?.error ?? ''}`,
      evidence: shipObject(ref),
      root: `${ref.cluster}/Harbour//${ref.cluster}`,
    },
  };
}

function shipObject({ cluster, name }: ItemRef) {
  return { scope: cluster, kind: 'Ship', namespace: '', name };
}

function refOf(cluster: string, name: string): ItemRef {
  return { domain: SHIP_DOMAIN, cluster, namespace: '', name };
}

function nameIn(source: string): string {
  return source.slice(source.indexOf('/') + 1);
}
