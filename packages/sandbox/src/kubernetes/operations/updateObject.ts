import { isDeepStrictEqual } from 'node:util';
import { KubernetesObject } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { conflict, invalid } from '../errors';
import { ApiResource } from '../registry';
import { strategyOf } from '../strategies/strategyOf';
import { StoredObject } from '../types';
import { checkObject } from './checkObject';
import { nextGeneration } from './generations';
import { getObject, ObjectPlace } from './getObject';
import { isReleased } from './isReleased';
import { noteManager } from './noteManager';
import { objectKey } from './objectKey';
import { presentAs, storedForm } from './presentAs';
import { withoutUndefined } from './withoutUndefined';
import { WriteOptions } from './WriteOptions';

/** Built-in kinds that are never replaced without saying which version is replaced. */
const VERSIONED = new Set([
  'apiextensions.k8s.io/customresourcedefinitions',
  'apiregistration.k8s.io/apiservices',
  'admissionregistration.k8s.io/mutatingwebhookconfigurations',
  'admissionregistration.k8s.io/validatingwebhookconfigurations',
  'coordination.k8s.io/leases',
  'policy/poddisruptionbudgets',
]);

export interface UpdateOptions extends WriteOptions, ObjectPlace {
  subresource?: string;
  /** `change` carries out a JSON or merge patch. */
  isPatched?: boolean;
  /** Makes the new object from the stored one. */
  change: (live: StoredObject) => KubernetesObject;
}

/** Replaces an object by what `change` makes of it; an update that changes nothing is not written. */
export function updateObject(
  core: ClusterCore,
  options: UpdateOptions,
): StoredObject {
  const { resource, name, namespace, subresource, dryRun } = options;
  const live = getObject(core, options);
  const wanted = options.change(live);
  checkPreconditions(options, live, wanted);
  const checked = checkObject(core, {
    ...options,
    object: keepServerFields(options, live, wanted),
    live,
  });
  const prepared =
    strategyOf(resource.storage).prepare?.({
      core,
      object: checked,
      live,
      subresource,
    }) ?? checked;
  const counted = {
    ...prepared,
    metadata: {
      ...prepared.metadata,
      generation: subresource
        ? live.metadata.generation
        : nextGeneration(resource, live, prepared),
    },
  };
  const updated = withoutUndefined(
    noteManager(core, { ...options, live, updated: counted }),
  );
  const key = objectKey(name, namespace);
  if (isDeepStrictEqual(live, updated)) {
    return live;
  }
  if (dryRun) {
    return updated;
  }
  if (isReleased(updated)) {
    core.store.remove(resource.storage, key);
    return updated;
  }
  return presentAs(
    core.store.put(resource.storage, key, storedForm(updated, resource)),
    resource,
  );
}

function checkPreconditions(
  { resource, name, namespace }: UpdateOptions,
  live: StoredObject,
  wanted: KubernetesObject,
) {
  const { uid, resourceVersion } = wanted.metadata;
  if (uid && uid !== live.metadata.uid) {
    throw conflict(
      resource,
      name,
      `StorageError: invalid object, Code: 4, Key: /registry/${
        resource.storage
      }/${objectKey(
        name,
        namespace,
      )}, ResourceVersion: 0, AdditionalErrorMsg: Precondition failed: UID in precondition: ${uid}, UID in object meta: ${
        live.metadata.uid
      }`,
    );
  }
  if (!resourceVersion && needsVersion(resource)) {
    throw invalid({ ...resource, kind: resource.plural }, name, [
      {
        reason: 'FieldValueInvalid',
        message: 'Invalid value: 0: must be specified for an update',
        field: 'metadata.resourceVersion',
      },
    ]);
  }
  if (live.metadata.deletionTimestamp) {
    refuseNewFinalizers(resource, live, wanted);
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw conflict(resource, name);
  }
}

function refuseNewFinalizers(
  resource: ApiResource,
  live: StoredObject,
  { metadata }: KubernetesObject,
) {
  const known = live.metadata.finalizers ?? [];
  const added = (metadata.finalizers ?? []).filter(one => !known.includes(one));
  if (added.length > 0) {
    const listed = added.map(one => JSON.stringify(one)).join(', ');
    throw invalid(resource, live.metadata.name, [
      {
        reason: 'FieldValueForbidden',
        message: `Forbidden: no new finalizers can be added if the object is being deleted, found new finalizers []string{${listed}}`,
        field: 'metadata.finalizers',
      },
    ]);
  }
}

function needsVersion(resource: ApiResource): boolean {
  return resource.custom !== undefined || VERSIONED.has(resource.storage);
}

/** What no client may change: who the object is, and through which door its parts are written. */
function keepServerFields(
  { resource, subresource }: UpdateOptions,
  live: StoredObject,
  wanted: KubernetesObject,
): KubernetesObject {
  const { managedFields } = wanted.metadata;
  const kept = { ...live, metadata: { ...live.metadata, managedFields } };
  if (subresource === 'status') {
    return { ...kept, status: wanted.status };
  }
  if (subresource === 'finalize') {
    return { ...kept, spec: wanted.spec };
  }
  const hasStatus = resource.subresources.some(sub => sub.name === 'status');
  return {
    ...wanted,
    ...(hasStatus && subresource !== 'binding' && { status: live.status }),
    metadata: {
      ...wanted.metadata,
      uid: live.metadata.uid,
      resourceVersion: live.metadata.resourceVersion,
      creationTimestamp: live.metadata.creationTimestamp,
      deletionTimestamp: live.metadata.deletionTimestamp,
      deletionGracePeriodSeconds: live.metadata.deletionGracePeriodSeconds,
    },
  };
}
