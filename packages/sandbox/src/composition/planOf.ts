import { ClusterOrder } from '../openstack';
import { ClusterPlan } from './clusters';

const ZONE = 'slipway.dev/zone';

/** What a cluster that was ordered from Magnum is here. */
export function planOf(order: ClusterOrder, log: (line: string) => void) {
  const zone = order.labels[ZONE];
  const plan: ClusterPlan = { name: order.name, labels: {} };
  if (!zone) {
    return plan;
  }
  // Names of anybody's could be led to this machine by a stranger's DNS.
  if (!/^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+localhost$/.test(zone)) {
    log(`${order.name}: no services below ${zone}: it is not below localhost`);
    return plan;
  }
  return { ...plan, zone };
}
