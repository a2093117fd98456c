import { Usage } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { known } from './known';
import { Need } from './Need';

/** What the quotas of the project have no room for, as far as the cloud says. */
export async function checkHeadRoom(
  errand: Errand,
  need: Need,
): Promise<string[]> {
  const { cloud, signal } = errand;
  const { lookups } = cloud;
  const [compute, volume, network] = await Promise.all([
    known(errand, 'the quota of servers', lookups.computeLimits({ signal })),
    need.volumes > 0
      ? known(errand, 'the quota of volumes', lookups.volumeLimits({ signal }))
      : undefined,
    need.floatingIps > 0
      ? known(
          errand,
          'the quota of floating IPs',
          lookups.networkQuota({ signal }),
        )
      : undefined,
  ]);
  return [
    describeShortage('servers', need.instances, compute?.instances),
    describeShortage('vCPUs', need.cores, compute?.cores),
    describeShortage('MB of RAM', need.ramMb, compute?.ramMb),
    describeShortage('volumes', need.volumes, volume?.volumes),
    describeShortage('GB of volumes', need.gigabytes, volume?.gigabytes),
    describeShortage('floating IPs', need.floatingIps, network?.floatingIps),
  ].filter(shortage => shortage !== undefined);
}

function describeShortage(
  what: string,
  need: number,
  usage: Usage | undefined,
): string | undefined {
  if (usage?.limit === undefined || need === 0) {
    return undefined;
  }
  const free = Math.max(0, usage.limit - usage.used);
  return need > free
    ? `${need} ${what} are needed, ${free} are left (${usage.used} of ${usage.limit} are used)`
    : undefined;
}
