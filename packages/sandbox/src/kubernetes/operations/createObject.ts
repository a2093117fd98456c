import { randomUUID } from 'node:crypto';
import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { alreadyExists, invalid, StatusError } from '../errors';
import { enforceQuota } from '../quota/enforceQuota';
import { ApiResource } from '../registry';
import { strategyOf } from '../strategies/strategyOf';
import { StoredObject } from '../types';
import { admitIntoNamespace } from './admitIntoNamespace';
import { checkObject } from './checkObject';
import { generateObjectName } from './generateObjectName';
import { hasGeneration } from './generations';
import { noteManager } from './noteManager';
import { objectKey } from './objectKey';
import { presentAs, storedForm } from './presentAs';
import { timestamp } from './timestamp';
import { withoutAssigned } from './withoutAssigned';
import { withoutUndefined } from './withoutUndefined';
import { WriteOptions } from './WriteOptions';

export interface CreateOptions extends WriteOptions {
  resource: ApiResource;
  object: KubernetesObject;
}

/** Stores a new object. */
export function createObject(
  core: ClusterCore,
  options: CreateOptions,
): StoredObject {
  const { resource, dryRun } = options;
  const named = withIdentity(core, resource, options.object);
  const { name, namespace } = named.metadata;
  admitIntoNamespace(core, resource, named);
  const strategy = strategyOf(resource.storage);
  const admitted = strategy.admit?.({ core, object: named }) ?? named;
  const checked = checkObject(core, { ...options, object: admitted });
  const prepared = strategy.prepare?.({ core, object: checked }) ?? checked;
  const { managedFields } = noteManager(core, {
    ...options,
    updated: withoutAssigned(resource, checked, named),
  }).metadata;
  const object = withoutUndefined({
    ...prepared,
    metadata: { ...prepared.metadata, managedFields },
  });
  const key = objectKey(name, namespace);
  if (core.store.get(resource.storage, key)) {
    throw alreadyExists(resource, name);
  }
  enforceQuota(core, resource, object);
  return dryRun
    ? object
    : presentAs(
        core.store.put(resource.storage, key, storedForm(object, resource)),
        resource,
      );
}

function withIdentity(
  core: ClusterCore,
  resource: ApiResource,
  object: KubernetesObject,
): KubernetesObject {
  const { generateName, resourceVersion } = object.metadata;
  const name =
    object.metadata.name || (generateName && generateObjectName(generateName));
  if (!name) {
    throw invalid(resource, '', [
      {
        reason: 'FieldValueRequired',
        message: 'Required value: name or generateName is required',
        field: 'metadata.name',
      },
    ]);
  }
  if (resourceVersion) {
    // An internal error upstream, too.
    throw new StatusError({
      code: 500,
      message: 'resourceVersion should not be set on objects to be created',
    });
  }
  const { status, ...rest } = object;
  const hasStatus = resource.subresources.some(sub => sub.name === 'status');
  return {
    ...rest,
    ...(!hasStatus && status !== undefined && { status }),
    metadata: {
      ...object.metadata,
      name,
      uid: randomUUID(),
      creationTimestamp: timestamp(core.now()),
      generation: hasGeneration(resource) ? 1 : undefined,
      deletionTimestamp: undefined,
      deletionGracePeriodSeconds: undefined,
    },
  };
}
