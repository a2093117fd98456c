import { ClusterItem } from '@slipway/backstage-plugin-clusters-common';
import { Remedy } from '@slipway/backstage-plugin-fleet-common';
import { isIdle } from './isIdle';
import { nextTemplate } from './nextTemplate';
import { templatesFor } from './templates';

/** The upgrade that a cluster could have now, if there is one. */
export function nextUpgrade(item: ClusterItem): Remedy[] {
  const next = nextTemplate(item.details);
  return next && isIdle(item.details)
    ? [
        templatesFor(item).upgrade({
          clusterTemplate: next.name,
          version: next.version,
        }),
      ]
    : [];
}
