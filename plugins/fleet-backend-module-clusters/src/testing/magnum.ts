import {
  MagnumCluster,
  MagnumClusterTemplate,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { ago } from './times';

/** Ids that tests name things by. */
export const PROJECT = '921e3375c12beb9d7f1fdfd8b5bb0469';
export const TEMPLATE = 'e8cb2351-fca4-5355-8c9a-25cad3963c0d';
export const UUID = 'a83da40c-d461-5975-923a-152a2a8b0764';

/** A healthy cluster, made by the Heat driver ten days ago. */
export function cluster(fields: Partial<MagnumCluster> = {}): MagnumCluster {
  return {
    uuid: UUID,
    name: 'team-shop',
    cluster_template_id: TEMPLATE,
    keypair: null,
    node_count: 3,
    master_count: 1,
    labels: { kube_tag: 'v1.36.2' },
    master_flavor_id: 'm1.medium',
    flavor_id: 'm1.large',
    create_timeout: 60,
    stack_id: 'd219f361-9fd3-5e6f-9191-f144491812b3',
    status: 'CREATE_COMPLETE',
    status_reason: null,
    health_status: 'HEALTHY',
    health_status_reason: { api: 'ok' },
    api_address: 'https://203.0.113.147:6443',
    coe_version: 'v1.36.2',
    project_id: PROJECT,
    user_id: '754019e38dfd0705951ea8dc188efe04',
    node_addresses: [],
    master_addresses: [],
    floating_ip_enabled: true,
    master_lb_enabled: true,
    created_at: ago('10d'),
    updated_at: ago('9d'),
    ...fields,
  };
}

/** The workers of a healthy cluster. */
export function nodeGroup(
  fields: Partial<MagnumNodeGroup> = {},
): MagnumNodeGroup {
  const { name = 'default-worker' } = fields;
  return {
    uuid: `group-${name}`,
    name,
    cluster_id: UUID,
    project_id: PROJECT,
    labels: { kube_tag: 'v1.36.2' },
    flavor_id: 'm1.large',
    image_id: 'image-36',
    node_count: 3,
    role: 'worker',
    min_node_count: 1,
    max_node_count: null,
    is_default: true,
    status: 'CREATE_COMPLETE',
    status_reason: null,
    created_at: ago('10d'),
    updated_at: null,
    ...fields,
  };
}

/** The control plane of a healthy cluster. */
export function controlPlane(
  fields: Partial<MagnumNodeGroup> = {},
): MagnumNodeGroup {
  return nodeGroup({
    name: 'default-master',
    role: 'master',
    node_count: 1,
    ...fields,
  });
}

/** The template of a healthy cluster. */
export function template(
  fields: Partial<MagnumClusterTemplate> = {},
): MagnumClusterTemplate {
  return {
    uuid: TEMPLATE,
    name: 'k8s-v1.36',
    coe: 'kubernetes',
    image_id: 'image-36',
    external_network_id: 'public',
    labels: { kube_tag: 'v1.36.2' },
    hidden: false,
    tls_disabled: false,
    cluster_distro: 'fedora-coreos',
    created_at: ago('40d'),
    updated_at: null,
    ...fields,
  };
}
