import { fieldOf } from '../../json/fieldOf';
import { isObject } from '../../json/isObject';
import { numberIn } from '../../json/numberIn';
import { NetworkQuota } from '../things';
import { toUsage } from './toUsage';

/** Of Neutron's words. */
export function toNetworkQuota(body: unknown): NetworkQuota | undefined {
  const quota = fieldOf(body, 'quota');
  if (!isObject(quota)) {
    return undefined;
  }
  const usage = (resource: string) => {
    const details = quota[resource];
    const used = numberIn(details, 'used') ?? 0;
    // What is being made right now counts too.
    const reserved = numberIn(details, 'reserved') ?? 0;
    return toUsage(used + reserved, numberIn(details, 'limit'));
  };
  return {
    floatingIps: usage('floatingip'),
    networks: usage('network'),
    subnets: usage('subnet'),
    routers: usage('router'),
    ports: usage('port'),
    securityGroups: usage('security_group'),
  };
}
