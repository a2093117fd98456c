import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { phaseOf } from '../subject/phaseOf';
import { isIdle } from './isIdle';
import { nextUpgrade } from './nextUpgrade';
import { templatesFor } from './templates';

/** What can be done with any cluster of Magnum as it is now. */
export function dayTwo(item: ClusterItem): Remedy[] {
  const { details } = item;
  const { operation } = phaseOf(details.phase);
  const open = templatesFor(item);
  if (details.kind !== 'magnum' || operation === 'DELETE') {
    return [];
  }
  return [
    ...nextUpgrade(item),
    ...(isIdle(details) ? [open.resize(), open.nodeGroup()] : []),
    open.remove(),
  ];
}
