import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import { PROJECT } from './fakeNeighbours';

/** Labels of a cluster of the group storefront in the fake cloud. */
export function ownMarks(
  changes: { name?: string; owner?: string; cloud?: string } = {},
): Record<string, string> {
  const { name = 'shop-prod', owner = 'storefront', cloud = 'acme' } = changes;
  return toClusterMarkLabels({
    entityRef: `resource:default/${name}`,
    cloud,
    project: PROJECT,
    owner,
    components: [],
  });
}
