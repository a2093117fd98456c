import { idOf } from '../keystone/idOf';

/** Compute sizes, in the order of their ids. */
export const FLAVORS = [
  { id: '1', name: 'm1.small', vcpus: 1, ram: 2048, disk: 20 },
  { id: '2', name: 'm1.medium', vcpus: 2, ram: 4096, disk: 40 },
  { id: '3', name: 'm1.large', vcpus: 4, ram: 8192, disk: 80 },
  // Larger than any host.
  { id: '4', name: 'm1.xlarge', vcpus: 8, ram: 16384, disk: 160 },
];

/** Names of flavors that no host can take. */
export const TOO_LARGE = ['m1.xlarge'];

export const KEYPAIRS = [
  {
    name: 'platform',
    type: 'ssh',
    fingerprint: '1e:2c:9b:56:79:4b:45:77:f9:ca:7a:98:2c:b0:d5:3c',
    public_key:
      'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIKxMjYyNzk0YjQ1NzdmOWNhN2E5ODJjYjBk platform@acme',
  },
];

/** Node images; without a distribution no driver of Magnum takes one. */
export const IMAGES = [
  image('fedora-coreos-43-kube-v1.35', 'fedora-coreos', 'v1.35.5'),
  image('fedora-coreos-43-kube-v1.36', 'fedora-coreos', 'v1.36.2'),
  image('ubuntu-24.04', undefined, undefined),
];

export const AVAILABILITY_ZONES = ['nova'];

const PUBLIC = idOf('network', 'public');
const PRIVATE = idOf('network', 'private');

export const NETWORKS = [
  network(PUBLIC, 'public', true, 'public-subnet'),
  network(PRIVATE, 'private', false, 'private-subnet'),
];

export const SUBNETS = [
  subnet('public-subnet', PUBLIC, '203.0.113.0/24'),
  subnet('private-subnet', PRIVATE, '10.0.0.0/22'),
];

function image(
  name: string,
  osDistro: string | undefined,
  kubeVersion: string | undefined,
) {
  const hex = idOf('image', name);
  return {
    id: hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5'),
    name,
    status: 'active',
    visibility: 'public',
    container_format: 'bare',
    disk_format: 'qcow2',
    min_disk: 10,
    min_ram: 0,
    protected: false,
    tags: [],
    ...(osDistro && { os_distro: osDistro }),
    ...(kubeVersion && { kube_version: kubeVersion }),
  };
}

function network(id: string, name: string, external: boolean, of: string) {
  return {
    id,
    name,
    status: 'ACTIVE',
    admin_state_up: true,
    shared: true,
    'router:external': external,
    subnets: [idOf('subnet', of)],
  };
}

function subnet(name: string, networkId: string, cidr: string) {
  return {
    id: idOf('subnet', name),
    name,
    network_id: networkId,
    cidr,
    ip_version: 4,
    enable_dhcp: true,
  };
}
