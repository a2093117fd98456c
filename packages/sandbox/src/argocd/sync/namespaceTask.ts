import { KubernetesObject, resources } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import { objectKey } from '../clusters/objectKey';
import type { Comparison } from '../compare/compareApplication';
import { SYNC_OPTIONS_ANNOTATION } from '../constants';
import { Application, SyncOperation } from '../types';
import { SyncTask } from './SyncTask';

export interface NamespaceTaskOptions {
  application: Application;
  operation: SyncOperation;
  comparison: Comparison;
  cluster: DestinationCluster;
}

/**
 * Makes the destination's namespace when CreateNamespace=true asks for it, and
 * keeps the labels and annotations of `managedNamespaceMetadata` on it.
 */
export async function namespaceTask(
  options: NamespaceTaskOptions,
): Promise<SyncTask | undefined> {
  const { application, operation, comparison, cluster } = options;
  const name = application.spec.destination.namespace;
  const metadata = application.spec.syncPolicy?.managedNamespaceMetadata;
  const declared = comparison.managed.some(
    ({ target }) =>
      target?.kind === 'Namespace' && target.metadata.name === name,
  );
  if (
    !name ||
    declared ||
    !operation.syncOptions?.includes('CreateNamespace=true')
  ) {
    return undefined;
  }
  await cluster.live.watch(resources.namespaces);
  const live = cluster.live.get(`/Namespace:/${name}`);
  if (live && !metadata) {
    return undefined;
  }
  const target: KubernetesObject = {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: metadata
      ? {
          name,
          labels: metadata.labels,
          // Server-side, so that the labels of others stay.
          annotations: {
            ...metadata.annotations,
            [SYNC_OPTIONS_ANNOTATION]: 'ServerSideApply=true',
          },
        }
      : { name },
  };
  return {
    key: objectKey(target),
    phase: 'PreSync',
    wave: 0,
    hook: false,
    target,
    live,
  };
}
