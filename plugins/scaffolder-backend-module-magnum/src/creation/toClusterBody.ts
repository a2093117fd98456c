import { toClusterMarkLabels } from '@slipway/backstage-plugin-clusters-common';
import {
  CreateClusterBody,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { Order } from './Order';

/** What Magnum is asked for. */
export function toClusterBody(
  { request, marks }: Order,
  template: MagnumClusterTemplate,
): CreateClusterBody {
  return {
    name: request.name,
    cluster_template_id: template.uuid,
    node_count: request.nodeCount,
    master_count: request.masterCount,
    flavor_id: request.flavor,
    master_flavor_id: request.masterFlavor,
    keypair: request.keypair,
    fixed_network: request.network,
    fixed_subnet: request.subnet,
    floating_ip_enabled: request.floatingIp,
    create_timeout: request.createTimeout,
    labels: { ...request.labels, ...toClusterMarkLabels(marks) },
    merge_labels: true,
  };
}
