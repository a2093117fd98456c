import { KubernetesObject } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { objectKey } from '../clusters/objectKey';
import { Application } from '../types';

const WORKLOADS = new Set([
  'Deployment',
  'StatefulSet',
  'DaemonSet',
  'ReplicaSet',
  'Job',
  'CronJob',
]);

export interface FindLiveObjectsOptions {
  application: Application;
  targets: KubernetesObject[];
  cluster: DestinationCluster;
}

/**
 * The live objects that an Application manages: those it wants, whoever made
 * them, and those that carry its mark. Their kinds are watched from here on.
 */
export async function findLiveObjects(
  options: FindLiveObjectsOptions,
): Promise<Map<string, KubernetesObject>> {
  const { application, targets, cluster } = options;
  const { resources = [], operationState } = application.status ?? {};
  const earlier = [
    ...resources,
    ...(operationState?.syncResult?.resources ?? []),
  ].map(({ group, version, kind }) => ({
    apiVersion: group ? `${group}/${version}` : version,
    kind,
  }));
  const kinds = [...targets, ...earlier];
  await Promise.all(
    kinds.map(({ apiVersion, kind }) => watch(cluster, apiVersion, kind)),
  );
  if (kinds.some(({ kind }) => WORKLOADS.has(kind))) {
    // Their images are what the Application's summary shows.
    await Promise.all([
      watch(cluster, 'v1', 'Pod'),
      watch(cluster, 'apps/v1', 'ReplicaSet'),
    ]);
  }
  const found = new Map<string, KubernetesObject>();
  for (const target of targets) {
    const live = cluster.live.get(objectKey(target));
    if (live) {
      found.set(objectKey(target), live);
    }
  }
  for (const live of cluster.live.ofApplication(application.metadata.name)) {
    // Controllers copy annotations to what they make.
    if (!live.metadata.ownerReferences?.length) {
      found.set(objectKey(live), live);
    }
  }
  return found;
}

async function watch(
  cluster: DestinationCluster,
  apiVersion: string,
  kind: string,
): Promise<void> {
  const resource = await cluster.find(apiVersion, kind);
  if (resource) {
    await cluster.live.watch(resource);
  }
}
