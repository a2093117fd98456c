import { cloudSourceId, ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import * as ids from '../resourceIds';
import {
  ApiSlice,
  ClusterSlice,
  ClusterTemplateSlice,
  NodeGroupSlice,
} from '../slices';
import { findInFleet } from './findInFleet';
import { MagnumView } from './MagnumView';
import { Moments } from './Moments';
import { phaseOf } from './phaseOf';
import { allSeen, Seen, seen } from './Seen';
import { Surroundings } from './Surroundings';

/** A cluster of Magnum as the rules see it; none when there is no such cluster. */
export function viewMagnum(options: {
  ref: ItemRef;
  read: Reader;
  moments: Moments;
}): MagnumView | undefined {
  const { ref, read, moments } = options;
  const source = cloudSourceId(ref.cluster);
  const found = seen<ClusterSlice>(
    read.row(source, ids.CLUSTERS, '', ref.name),
  );
  if (!found) {
    return undefined;
  }
  const { row, slice: cluster } = found;
  const around = Surroundings.of(read);
  const groups = allSeen<NodeGroupSlice>(
    read.rowsBy(source, ids.NODE_GROUPS, 'cluster', ref.name),
  );
  return {
    ref,
    read,
    moments,
    around,
    cloud: ref.cluster,
    source: read.source(source),
    row,
    cluster,
    phase: phaseOf(cluster.status),
    nodeGroups: groups.sort(byRoleAndName),
    template:
      cluster.template === undefined
        ? undefined
        : seen<ClusterTemplateSlice>(
            read.row(source, ids.CLUSTER_TEMPLATES, '', cluster.template),
          ),
    api: seen<ApiSlice>(read.row(source, ids.APIS, '', ref.cluster)),
    fleet: findInFleet(around, found),
  };
}

function byRoleAndName(
  a: Seen<NodeGroupSlice>,
  b: Seen<NodeGroupSlice>,
): number {
  return keyOf(a) < keyOf(b) ? -1 : 1;
}

function keyOf({ row, slice }: Seen<NodeGroupSlice>): string {
  const rank = slice.isDefault ? 1 : 2;
  return [slice.role === 'master' ? 0 : rank, slice.name, row.name].join('/');
}
