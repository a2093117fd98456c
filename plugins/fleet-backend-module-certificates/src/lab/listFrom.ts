import { WatchedResource } from '@slipway/backstage-plugin-fleet-node/engine';
import { Listing } from './judge';
import { LabCluster } from './LabCluster';
import { LabObject } from './LabObject';

/** All objects of a resource on a real cluster, as its first list has them. */
export async function listFrom(
  cluster: LabCluster,
  resource: WatchedResource,
): Promise<Listing> {
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
      const { items }: LabObject = body;
      return { state: 'live', objects: items };
    }
  }
  // An administrator may list everything: what cannot be listed is not served.
  return { state: 'absent', objects: [] };
}
