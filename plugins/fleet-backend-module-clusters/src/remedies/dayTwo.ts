import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { phaseOf } from '../subject/phaseOf';
import { nextTemplate } from './nextTemplate';
import { templatesFor } from './templates';

/** What can be done with any cluster of Magnum as it is now. */
export function dayTwo(item: ClusterItem): Remedy[] {
  const { details } = item;
  const { operation, outcome } = phaseOf(details.phase);
  const open = templatesFor(item);
  if (details.kind !== 'magnum' || operation === 'DELETE') {
    return [];
  }
  const isThere = operation !== 'CREATE' || outcome === 'COMPLETE';
  const isIdle = isThere && outcome !== 'IN_PROGRESS';
  const next = nextTemplate(details);
  return [
    ...(isIdle && next
      ? [
          open.upgrade({
            clusterTemplate: next.name,
            version: next.version,
          }),
        ]
      : []),
    ...(isIdle ? [open.resize(), open.nodeGroup()] : []),
    open.remove(),
  ];
}
