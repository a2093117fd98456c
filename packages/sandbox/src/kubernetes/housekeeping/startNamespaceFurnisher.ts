import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { createObject } from '../operations/createObject';
import { TaskQueue } from './TaskQueue';
import { systemUser } from './systemUser';

/** Every namespace has a default service account and the cluster's CA. */
export function startNamespaceFurnisher(
  core: ClusterCore,
  queue: TaskQueue,
  caPem: string,
): void {
  const { store, registry } = core;

  function furnish(namespace: string) {
    const found = store.get('namespaces', namespace);
    if (!found || found.metadata.deletionTimestamp) {
      return;
    }
    ensure('serviceaccounts', namespace, {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name: 'default', namespace },
    });
    ensure('configmaps', namespace, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: 'kube-root-ca.crt',
        namespace,
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
        },
      },
      data: { 'ca.crt': caPem },
    });
  }

  function ensure(
    storage: string,
    namespace: string,
    object: KubernetesObject,
  ) {
    if (!store.get(storage, `${namespace}/${object.metadata.name}`)) {
      createObject(core, {
        resource: registry.ofStorage(storage)!,
        object,
        user: systemUser,
        fieldManager: 'kube-controller-manager',
      });
    }
  }

  const check = (namespace: string) =>
    queue.add(`furnish ${namespace}`, () => furnish(namespace));
  store.subscribe(({ storage, key, before, after }) => {
    if (storage === 'namespaces' && after) {
      check(key);
    } else if (
      (storage === 'serviceaccounts' || storage === 'configmaps') &&
      !after
    ) {
      check(before!.metadata.namespace!);
    }
  });
  store.list('namespaces').forEach(({ metadata }) => check(metadata.name));
}
