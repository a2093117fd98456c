import { OpenStackError } from '@slipway/backstage-plugin-openstack-node';
import { Errand, patiently } from '../errands';

/** Magnum's own quota: how many clusters the project may have. */
export async function checkClusterQuota(
  errand: Errand,
  project: string,
): Promise<string[]> {
  const { cloud, log, signal } = errand;
  try {
    const [quota, stats] = await patiently(errand, () =>
      Promise.all([
        cloud.magnum.getQuota(project, { signal }),
        cloud.magnum.getStats(project, { signal }),
      ]),
    );
    const isFull = quota.hard_limit >= 0 && stats.clusters >= quota.hard_limit;
    return isFull
      ? [
          `The project has ${stats.clusters} of the ${quota.hard_limit} clusters that its quota allows; delete one or have the quota raised`,
        ]
      : [];
  } catch (error) {
    if (error instanceof OpenStackError) {
      log(`Not checked: the quota of clusters (${error.reason})`);
      return [];
    }
    throw error;
  }
}
