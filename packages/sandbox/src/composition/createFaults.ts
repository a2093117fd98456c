import { resources } from '../client';
import { Fault, Faults } from '../faults/Faults';
import { OpenStack, openStackFaults } from '../openstack';
import { Restartable } from './Restartable';
import { certificateFaults } from './certificateFaults';
import { Cluster } from './startCluster';
import { Zone } from './startZone';

export interface CreateFaultsOptions {
  /** Those that are there now. */
  clusters: () => Cluster[];
  argocd: Restartable<unknown>;
  /** cert-manager, one a cluster. */
  zones: () => Zone[];
  openstack: OpenStack;
}

/** What `npm run sandbox -- break` can break. */
export function createFaults(options: CreateFaultsOptions): Faults {
  const { clusters } = options;
  return Faults.create([
    clusterFault({
      clusters,
      name: 'cluster-gone',
      description: 'The API server of a cluster refuses connections.',
      fault: 'gone',
    }),
    clusterFault({
      clusters,
      name: 'cluster-stalls',
      description: 'The API server of a cluster accepts and never answers.',
      fault: 'stall',
    }),
    controllerFault(options),
    crashFault(clusters),
    ...certificateFaults(options.zones),
    ...openStackFaults(options.openstack),
  ]);
}

function clusterFault(options: {
  clusters: () => Cluster[];
  name: string;
  description: string;
  fault: 'gone' | 'stall';
}): Fault {
  const { clusters, name, description, fault } = options;
  // One that is broken may be deleted before it is mended.
  const find = (target: string) =>
    clusters().find(cluster => cluster.plan.name === target);
  return {
    name,
    description,
    targets: async () => clusters().map(cluster => cluster.plan.name),
    break: target => find(target)?.api.setFault(fault),
    heal: target => find(target)?.api.setFault('none'),
  };
}

function controllerFault({ argocd, zones }: CreateFaultsOptions): Fault {
  const controllers: Record<string, () => Restartable<unknown>[]> = {
    argocd: () => [argocd],
    'cert-manager': () => zones().map(({ certManager }) => certManager),
  };
  return {
    name: 'controller-stopped',
    description: 'A controller does nothing any more.',
    targets: async () => Object.keys(controllers),
    break: target => controllers[target]().forEach(part => part.stop()),
    heal: async target => {
      await Promise.all(controllers[target]().map(part => part.start()));
    },
  };
}

function crashFault(clusters: () => Cluster[]): Fault {
  return {
    name: 'image-crashes',
    description: 'The containers of a namespace crash at start.',
    targets: async () => {
      const pods = await Promise.all(
        clusters().map(cluster =>
          cluster.client('slipway-faults').list(resources.pods),
        ),
      );
      const namespaces = pods.flatMap(({ items }) =>
        items.map(({ metadata }) => metadata.namespace!),
      );
      return [...new Set(namespaces)].sort();
    },
    break: target =>
      clusters().forEach(cluster =>
        cluster.workloads.setCrashing(target, true),
      ),
    heal: target =>
      clusters().forEach(cluster =>
        cluster.workloads.setCrashing(target, false),
      ),
  };
}
