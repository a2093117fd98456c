import { ClusterObstacle } from './ClusterObstacle';
import { isCreatorGone } from './isCreatorGone';
import { isFlavorUnusable } from './isFlavorUnusable';
import { isFloatingIpMissing } from './isFloatingIpMissing';
import { isImageUnusable } from './isImageUnusable';
import { isLoadBalancerFailed } from './isLoadBalancerFailed';
import { isNoValidHost } from './isNoValidHost';
import { isQuotaExceeded } from './isQuotaExceeded';
import { isTrustRefused } from './isTrustRefused';

const RECOGNIZERS: [ClusterObstacle, (text: string) => boolean][] = [
  ['cluster.create.trust-refused', isTrustRefused],
  ['cluster.create.image-unusable', isImageUnusable],
  ['cluster.create.flavor-unusable', isFlavorUnusable],
  ['cluster.create.quota-exceeded', isQuotaExceeded],
  ['cluster.network.floating-ips-exhausted', isFloatingIpMissing],
  ['cluster.create.no-valid-host', isNoValidHost],
  ['cluster.loadbalancer.failed', isLoadBalancerFailed],
  ['cluster.credentials.creator-gone', isCreatorGone],
];

/**
 * What any of the texts names as being in the way of a creation, in the order of
 * CAUSES-clusters.md: where there are several the first is the cause.
 *
 * @public
 */
export function obstaclesIn(texts: string[]): ClusterObstacle[] {
  return RECOGNIZERS.flatMap(([obstacle, isNamedIn]) =>
    texts.some(isNamedIn) ? [obstacle] : [],
  );
}
