import { ClusterCore } from '../ClusterCore';
import { notFound } from '../errors';
import { ApiResource } from '../registry';
import { StoredObject } from '../types';
import { objectKey } from './objectKey';
import { presentAs } from './presentAs';

/** Which object an operation is about. */
export interface ObjectPlace {
  resource: ApiResource;
  name: string;
  namespace?: string;
}

export function getObject(
  core: ClusterCore,
  { resource, name, namespace }: ObjectPlace,
): StoredObject {
  const object = core.store.get(resource.storage, objectKey(name, namespace));
  if (!object) {
    throw notFound(resource, name);
  }
  return presentAs(object, resource);
}
