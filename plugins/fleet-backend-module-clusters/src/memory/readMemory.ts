import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { ClusterMemory } from './ClusterMemory';

/** What was remembered of a cluster. */
export function readMemory(
  item: ClusterItem | undefined,
): ClusterMemory | undefined {
  // Nobody but this domain writes it.
  return item?.memory as ClusterMemory | undefined;
}
