import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { forbidden, notFound } from '../errors';
import { ApiResource } from '../registry';

/** Refuses new objects in namespaces that are not there or on their way out. */
export function admitIntoNamespace(
  { store }: ClusterCore,
  resource: ApiResource,
  object: KubernetesObject,
): void {
  const { namespace, name } = object.metadata;
  if (!namespace) {
    return;
  }
  const found = store.get('namespaces', namespace);
  if (!found) {
    throw notFound({ group: '', plural: 'namespaces' }, namespace);
  }
  if (found.metadata.deletionTimestamp) {
    throw forbidden(
      resource,
      name,
      `unable to create new content in namespace ${namespace} because it is being terminated`,
      [
        {
          reason: 'NamespaceTerminating',
          message: `namespace ${namespace} is being terminated`,
          field: 'metadata.namespace',
        },
      ],
    );
  }
}
