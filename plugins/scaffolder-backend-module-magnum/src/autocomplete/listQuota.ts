import { toError } from '@backstage/errors';
import { Lookup, Usage } from '@slipway/backstage-plugin-openstack-node';
import { AutocompleteResult } from './AutocompleteResult';
import { present } from './present';
import { Question } from './Question';

/** What the project uses and may use; `reason` instead where the cloud does not say. */
export async function listQuota(
  question: Question,
): Promise<AutocompleteResult[]> {
  const { cloud, signal } = question;
  const { lookups } = cloud;
  const [clusters, compute, volumes, network] = await Promise.all([
    readClusterQuota(question),
    lookups.computeLimits({ signal }),
    lookups.volumeLimits({ signal }),
    lookups.networkQuota({ signal }),
  ]);
  return [
    line('clusters', 'Clusters', clusters, value => value),
    line('instances', 'Servers', compute, value => value.instances),
    line('cores', 'vCPUs', compute, value => value.cores),
    line('ramMb', 'RAM (MB)', compute, value => value.ramMb),
    line('volumes', 'Volumes', volumes, value => value.volumes),
    line('gigabytes', 'Volumes (GB)', volumes, value => value.gigabytes),
    line('floatingIps', 'Floating IPs', network, value => value.floatingIps),
  ];
}

async function readClusterQuota({
  cloud,
  signal,
}: Question): Promise<Lookup<Usage>> {
  try {
    const { id } = await cloud.project({ signal });
    const [quota, stats] = await Promise.all([
      cloud.magnum.getQuota(id, { signal }),
      cloud.magnum.getStats(id, { signal }),
    ]);
    const limit = quota.hard_limit < 0 ? undefined : quota.hard_limit;
    return { outcome: 'known', value: { used: stats.clusters, limit } };
  } catch (error) {
    return { outcome: 'unavailable', reason: toError(error).message };
  }
}

function line<T>(
  id: string,
  title: string,
  found: Lookup<T>,
  usageOf: (value: T) => Usage,
): AutocompleteResult {
  const facts =
    found.outcome === 'known'
      ? { ...usageOf(found.value) }
      : { reason: found.reason };
  return { id, title, ...present(facts) };
}
