import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { systemUser } from '../housekeeping/systemUser';
import { createObject } from '../operations/createObject';
import { objectKey } from '../operations/objectKey';
import { publishedFile } from '../publishedFile';
import { sandboxRoles } from './sandboxRoles';

const KUBERNETES_SERVICE: KubernetesObject = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: {
    name: 'kubernetes',
    namespace: 'default',
    labels: { component: 'apiserver', provider: 'kubernetes' },
  },
  spec: {
    clusterIP: '10.96.0.1',
    ports: [{ name: 'https', port: 443, protocol: 'TCP', targetPort: 6443 }],
  },
};

/**
 * Creates what a fresh cluster has: namespaces, roles and the `kubernetes`
 * service. A bare one holds nothing that is the sandbox's own.
 */
export function bootstrapCluster(
  core: ClusterCore,
  options: { bare: boolean },
): void {
  const published: KubernetesObject[] = JSON.parse(publishedFile('rbac.json'));
  for (const object of [
    ...['kube-system', 'default', 'kube-public', 'kube-node-lease'].map(
      namespaceNamed,
    ),
    ...published,
    ...(options.bare ? [] : sandboxRoles),
    KUBERNETES_SERVICE,
  ]) {
    ensure(core, object);
  }
}

function ensure(core: ClusterCore, object: KubernetesObject) {
  const { kind, apiVersion, metadata } = object;
  const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
  const resource = core.registry.findKind(group, kind)!;
  const key = objectKey(metadata.name, metadata.namespace);
  if (!core.store.get(resource.storage, key)) {
    createObject(core, {
      resource,
      object,
      user: systemUser,
      fieldManager: 'kube-apiserver',
    });
  }
}

function namespaceNamed(name: string): KubernetesObject {
  return { apiVersion: 'v1', kind: 'Namespace', metadata: { name } };
}
