import { Choice } from '../choices';

/** Flavors as the clouds tell of them. */
export const FLAVORS: Choice[] = [
  ['m1.small', '1', '2048', '20'],
  ['m1.medium', '2', '4096', '40'],
].map(([name, vcpus, ramMb, diskGb]) => ({
  id: name,
  name,
  flavorId: `id-of-${name}`,
  title: `${name}: ${vcpus} vCPU, ${
    Number(ramMb) / 1024
  } GB RAM, ${diskGb} GB disk`,
  vcpus,
  ramMb,
  diskGb,
}));

const template = (minor: number, facts: Partial<Choice> = {}): Choice => ({
  id: `k8s-v1.${minor}`,
  name: `k8s-v1.${minor}`,
  uuid: `uuid-${minor}`,
  title: `k8s-v1.${minor} (v1.${minor}.2)`,
  version: `v1.${minor}.2`,
  hidden: 'false',
  image: `ubuntu-v1.${minor}.2`,
  distro: 'ubuntu',
  flavor: 'm1.small',
  masterFlavor: 'm1.medium',
  masterLoadBalancer: 'false',
  floatingIp: 'true',
  volumeSize: '10',
  ...facts,
});

/** Cluster templates, the newest first. */
export const TEMPLATES: Choice[] = [
  template(37, { hidden: 'true' }),
  template(36, { flavor: 'm1.medium' }),
  template(35),
  template(34),
];

/** Clusters that were made from them. */
export const CLUSTERS: Choice[] = [
  {
    id: 'c-1',
    name: 'shop-prod',
    title: 'shop-prod (CREATE_COMPLETE)',
    version: 'v1.35.2',
    clusterTemplate: 'uuid-35',
    flavor: 'm1.small',
  },
];

/** Node groups of one of them. */
export const NODE_GROUPS: Choice[] = [
  {
    id: 'default-master',
    title: 'default-master: 1 × m1.medium',
    role: 'master',
    default: 'true',
    nodeCount: '1',
  },
  {
    id: 'default-worker',
    title: 'default-worker: 2 × m1.small',
    role: 'worker',
    default: 'true',
    nodeCount: '2',
    minNodeCount: '1',
    maxNodeCount: '5',
  },
  {
    id: 'large',
    title: 'large: 3 × m1.medium',
    role: 'worker',
    default: 'false',
    nodeCount: '3',
  },
];

/** Quotas of a project. */
export const QUOTA: Choice[] = [
  { id: 'clusters', title: 'Clusters', used: '1', limit: '20' },
  { id: 'instances', title: 'Servers', used: '2', limit: '10' },
  { id: 'cores', title: 'vCPUs', used: '3', limit: '6' },
  { id: 'ramMb', title: 'RAM (MB)', used: '6144', limit: '51200' },
  { id: 'volumes', title: 'Volumes', used: '0' },
  { id: 'gigabytes', title: 'Volumes (GB)', reason: 'no Cinder here' },
];
