import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { createObject } from '../operations/createObject';
import { updateObject } from '../operations/updateObject';
import { TaskQueue } from './TaskQueue';
import { systemUser } from './systemUser';

const CA_MAP = 'kube-root-ca.crt';

type CaData = Record<string, string>;

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
    const configMap: KubernetesObject = {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: {
        name: CA_MAP,
        namespace,
        annotations: {
          'kubernetes.io/description':
            'Contains a CA bundle that can be used to verify the kube-apiserver when using internal endpoints such as the internal service IP or kubernetes.default.svc. No other usage is guaranteed across distributions of Kubernetes clusters.',
        },
      },
      data: { 'ca.crt': caPem },
    };
    ensure('configmaps', namespace, configMap);
    const published = store.get('configmaps', `${namespace}/${CA_MAP}`);
    if ((published?.data as CaData | undefined)?.['ca.crt'] !== caPem) {
      updateObject(core, {
        resource: registry.ofStorage('configmaps')!,
        name: CA_MAP,
        namespace,
        user: systemUser,
        fieldManager: 'kube-controller-manager',
        change: live => ({ ...live, data: configMap.data }),
      });
    }
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
    } else if (storage === 'configmaps' && after?.metadata.name === CA_MAP) {
      // Whoever edits it finds it put back, as by the real publisher.
      check(after.metadata.namespace!);
    } else if (
      (storage === 'serviceaccounts' || storage === 'configmaps') &&
      !after
    ) {
      check(before!.metadata.namespace!);
    }
  });
  store.list('namespaces').forEach(({ metadata }) => check(metadata.name));
}
