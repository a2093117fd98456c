import { MagnumClusterTemplate } from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { checkClusterQuota } from './checkClusterQuota';
import { checkFlavor } from './checkFlavor';
import { checkHeadRoom } from './checkHeadRoom';
import { checkKeypair } from './checkKeypair';
import { checkNetwork } from './checkNetwork';
import { checkZeroNodes } from './checkZeroNodes';
import { ClusterRequest } from './ClusterRequest';
import { findTemplate } from './findTemplate';
import { known } from './known';
import { needOf } from './needOf';

export interface CheckedOrder {
  problems: string[];
  template?: MagnumClusterTemplate;
}

/** What in the cloud is against an order. Changes nothing. */
export async function checkCloud(
  errand: Errand,
  request: ClusterRequest,
  project: string,
): Promise<CheckedOrder> {
  const [found, quota, keypair, network, zero] = await Promise.all([
    findTemplate(errand, request.clusterTemplate),
    checkClusterQuota(errand, project),
    checkKeypair(errand, request.keypair),
    checkNetwork(errand, request),
    checkZeroNodes(errand, request.nodeCount),
  ]);
  const rest = [...quota, ...keypair, ...network, ...zero];
  if ('problem' in found) {
    return { problems: [found.problem, ...rest] };
  }
  const { template } = found;
  const problems = [
    ...checkLoadBalancer(request, template),
    ...(await checkServers(errand, request, template)),
    ...rest,
  ];
  return { problems, template };
}

function checkLoadBalancer(
  { masterCount }: ClusterRequest,
  { name, master_lb_enabled: balanced }: MagnumClusterTemplate,
): string[] {
  return masterCount > 1 && !balanced
    ? [
        `${masterCount} control-plane nodes need a load balancer, which the cluster template ${name} does not have; choose 1 or another template`,
      ]
    : [];
}

async function checkServers(
  errand: Errand,
  request: ClusterRequest,
  template: MagnumClusterTemplate,
): Promise<string[]> {
  const { cloud, signal } = errand;
  const flavors = await known(
    errand,
    'the flavors',
    cloud.lookups.flavors({ signal }),
  );
  const worker = checkFlavor({
    flavors,
    wanted: request.flavor ?? template.flavor_id,
    role: 'nodes',
  });
  const master = checkFlavor({
    flavors,
    wanted: request.masterFlavor ?? template.master_flavor_id,
    role: 'control-plane nodes',
  });
  const sizes = { ...template.labels, ...request.labels };
  const sizeOf = (label: string) => Number(sizes[label]) || 0;
  const volumesGb = [
    template.docker_volume_size ?? 0,
    sizeOf('boot_volume_size'),
  ];
  const shortages = await checkHeadRoom(
    errand,
    needOf(
      [
        { count: request.nodeCount, flavor: worker.flavor, volumesGb },
        {
          count: request.masterCount,
          flavor: master.flavor,
          volumesGb: [...volumesGb, sizeOf('etcd_volume_size')],
        },
      ],
      // Some drivers take one for each node, all at least one for the API.
      request.floatingIp ?? template.floating_ip_enabled ? 1 : 0,
    ),
  );
  return [worker.problem, master.problem, ...shortages].filter(
    problem => problem !== undefined,
  );
}
