import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';
import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { fakeItem } from '@slipway/backstage-plugin-fleet-react/testUtils';

const MINUTE_MS = 60_000;

/** ISO time so many minutes ago, or ahead when below zero. */
export function minutesAgo(minutes: number): string {
  return new Date(Date.now() - minutes * MINUTE_MS).toISOString();
}

/** Of a cluster of Magnum that runs. */
export function fakeDetails(
  parts: Partial<ClusterDetails> = {},
): ClusterDetails {
  const name = parts.name ?? 'shop-prod';
  return {
    name,
    kind: 'magnum',
    cloud: 'acme',
    uuid: `uuid-of-${name}`,
    project: 'b7a1f0c2',
    creator: 'c0ffee00',
    fleetName: name,
    reachable: true,
    phase: 'CREATE_COMPLETE',
    faults: {},
    health: 'HEALTHY',
    healthReasons: { api: 'ok' },
    version: 'v1.35.4',
    template: { uuid: 't-135', name: 'k8s-v1.35', version: 'v1.35.4' },
    newerTemplates: [],
    masterCount: 1,
    nodeCount: 2,
    flavor: 'm1.medium',
    masterFlavor: 'm1.small',
    keypair: 'platform',
    nodeGroups: [
      {
        uuid: 'ng-master',
        name: 'default-master',
        role: 'master',
        isDefault: true,
        nodeCount: 1,
        flavor: 'm1.small',
        status: 'CREATE_COMPLETE',
      },
      {
        uuid: 'ng-worker',
        name: 'default-worker',
        role: 'worker',
        isDefault: true,
        nodeCount: 2,
        minNodeCount: 1,
        maxNodeCount: 5,
        flavor: 'm1.medium',
        version: 'v1.35.4',
        status: 'CREATE_COMPLETE',
      },
    ],
    server: 'https://203.0.113.7:6443',
    exposure: { floatingIp: true, loadBalancer: false, tls: true },
    quota: { limit: 10, clusters: 3, nodes: 9 },
    createdAt: minutesAgo(3 * 24 * 60),
    updatedAt: minutesAgo(5),
    createTimeout: 60,
    observedAt: minutesAgo(0.2),
    registrations: [{ hub: 'platform', name, secret: `cluster-${name}` }],
    lacks: [],
    entityRef: `resource:default/${name}`,
    zone: `${name}.example.org`,
    stage: 'prod',
    components: ['cert-manager', 'ingress-nginx'],
    labels: {},
    ...parts,
  };
}

/** A healthy cluster of the storefront in the cloud acme, unless said otherwise. */
export function fakeCluster(
  name: string,
  parts: Partial<Omit<ServedItem, 'details' | 'ref'>> & {
    details?: Partial<ClusterDetails>;
  } = {},
): ServedItem<ClusterDetails> {
  const details = fakeDetails({ name, ...parts.details });
  const place = details.kind === 'magnum' ? details.cloud : undefined;
  return fakeItem<ClusterDetails>(name, {
    owner: 'group:default/storefront',
    impact: [name],
    ...parts,
    details,
    ref: {
      domain: 'clusters',
      cluster: place ?? name,
      namespace: '',
      name: place ? details.uuid ?? name : name,
    },
  });
}

/** What the details of a cluster are that only Argo CD and the fleet know. */
export function registeredDetails(
  parts: Partial<ClusterDetails> = {},
): Partial<ClusterDetails> {
  return {
    kind: 'registered',
    cloud: undefined,
    uuid: undefined,
    project: undefined,
    creator: undefined,
    phase: undefined,
    health: undefined,
    healthReasons: {},
    version: undefined,
    template: undefined,
    masterCount: undefined,
    nodeCount: undefined,
    flavor: undefined,
    masterFlavor: undefined,
    keypair: undefined,
    nodeGroups: [],
    exposure: undefined,
    quota: undefined,
    createTimeout: undefined,
    observedAt: undefined,
    entityRef: undefined,
    zone: undefined,
    components: [],
    ...parts,
  };
}
