import { randomUUID } from 'node:crypto';
import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { objectKey } from './objectKey';
import { storedForm } from './presentAs';
import { timestamp } from './timestamp';
import { withoutUndefined } from './withoutUndefined';

/** Stores objects as they are, at their own versions; only what every object has is added where it is missing. */
export function loadObjects(
  { store, registry, now }: ClusterCore,
  objects: KubernetesObject[],
): void {
  // Definitions first: the objects of their kinds may stand before them.
  const isDefinition = ({ kind }: KubernetesObject) =>
    kind === 'CustomResourceDefinition';
  for (const object of [
    ...objects.filter(isDefinition),
    ...objects.filter(one => !isDefinition(one)),
  ]) {
    const { apiVersion, kind } = object;
    const group = apiVersion.includes('/') ? apiVersion.split('/')[0] : '';
    const resource = registry.findKind(group, kind);
    if (!resource) {
      throw new Error(`no kind ${kind} in ${apiVersion} is served`);
    }
    const metadata = {
      ...object.metadata,
      uid: object.metadata.uid ?? randomUUID(),
      creationTimestamp: object.metadata.creationTimestamp ?? timestamp(now()),
    };
    if (resource.namespaced) {
      metadata.namespace ??= 'default';
    }
    store.adopt(
      resource.storage,
      objectKey(metadata.name, metadata.namespace),
      storedForm(withoutUndefined({ ...object, metadata }), resource),
    );
  }
}
