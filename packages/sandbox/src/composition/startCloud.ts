import { OpenStack, startOpenStack } from '../openstack';
import { StateFolder } from '../state/StateFolder';
import { MagnumClusters } from './MagnumClusters';
import { Cluster } from './startCluster';

/** What opens the cloud, with passwords that the state keeps. */
export const cloudAccess = {
  region: 'RegionOne',
  domain: 'Default',
  /** Where clusters are ordered. */
  acme: { user: 'slipway', project: 'acme' },
  /** Where recorded answers are shown. */
  museum: { user: 'museum', project: 'museum' },
  /** May all, in both projects. */
  admin: { user: 'admin' },
} as const;

/** The password of a user of the cloud. */
export function cloudPassword(state: StateFolder, user: string): string {
  return state.secret(`openstack-${user}`);
}

export interface StartCloudOptions {
  port: number;
  state: StateFolder;
  clusters: MagnumClusters;
  /** A cluster of the sandbox's own that shall be found in Magnum too. */
  dev1: Cluster;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** OpenStack, in which a cluster that is ordered becomes one of the sandbox. */
export async function startCloud(
  options: StartCloudOptions,
): Promise<OpenStack> {
  const { port, state, clusters, dev1, signal, log, now } = options;
  const { acme, museum, admin } = cloudAccess;
  const password = (user: string) => cloudPassword(state, user);
  const openstack = await startOpenStack({
    port,
    state: state.room('openstack'),
    regionName: cloudAccess.region,
    projects: [
      { name: acme.project, description: 'The clusters of Acme' },
      { name: museum.project, description: 'Recorded answers' },
    ],
    users: [
      {
        name: acme.user,
        password: password(acme.user),
        roles: { [acme.project]: ['member'] },
      },
      {
        name: museum.user,
        password: password(museum.user),
        roles: { [museum.project]: ['reader'] },
      },
      {
        name: admin.user,
        password: password(admin.user),
        roles: { [acme.project]: ['admin'], [museum.project]: ['admin'] },
      },
    ],
    clusters,
    now,
    signal,
    log,
  });
  const { name, zone, labels } = dev1.plan;
  const { uuid } = await openstack.adopt({
    name,
    project: acme.project,
    user: acme.user,
    template: 'k8s-v1.35',
    ca: dev1.ca,
    apiAddress: dev1.api.url,
    nodeCount: 1,
    // The marks of a cluster that was ordered through Slipway.
    labels: {
      'slipway.dev/entity': `resource:default/${name}`,
      'slipway.dev/cloud': acme.project,
      'slipway.dev/project': openstack.projectId(acme.project),
      'slipway.dev/owner': 'platform-team',
      ...(zone ? { 'slipway.dev/zone': zone } : {}),
      ...labels,
    },
  });
  clusters.adopt(uuid, dev1);
  return openstack;
}
