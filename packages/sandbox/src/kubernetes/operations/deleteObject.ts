import { ClusterCore } from '../ClusterCore';
import { conflict, forbidden } from '../errors';
import { ApiResource, CLEANUP_FINALIZER } from '../registry';
import { StoredObject } from '../types';
import { getObject, ObjectPlace } from './getObject';
import { objectKey } from './objectKey';
import { presentAs } from './presentAs';
import { timestamp } from './timestamp';

/** The body of a delete request. */
export interface DeleteRequest {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
  dryRun?: string[];
  preconditions?: { uid?: string; resourceVersion?: string };
}

export interface DeleteOptions extends ObjectPlace {
  request?: DeleteRequest;
  dryRun?: boolean;
}

export type DeleteResult =
  | { outcome: 'deleted'; object: StoredObject }
  | { outcome: 'deleting'; object: StoredObject };

const POLICY_FINALIZERS: Record<string, string | undefined> = {
  Foreground: 'foregroundDeletion',
  Orphan: 'orphan',
};
const DEFAULT_GRACE = 30;
const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';
const IMMORTAL = ['default', 'kube-system', 'kube-public'];

/** Removes an object, or marks it where finalizers or a running pod hold it. */
export function deleteObject(
  core: ClusterCore,
  options: DeleteOptions,
): DeleteResult {
  const { resource, name, namespace, request = {}, dryRun } = options;
  const live = getObject(core, options);
  checkPreconditions(options, live);
  if (resource.storage === 'namespaces' && IMMORTAL.includes(name)) {
    throw forbidden(resource, name, 'this namespace may not be deleted');
  }
  const key = objectKey(name, namespace);
  const finalizers = finalizersOf(resource, live, request);
  const grace =
    resource.storage === 'pods' ? gracePeriodOf(live, request) : undefined;
  const held =
    finalizers.length > 0 ||
    (grace ?? 0) > 0 ||
    (resource.storage === 'namespaces' &&
      (live.spec as { finalizers?: string[] }).finalizers?.length);

  if (!held) {
    if (!dryRun) {
      core.store.remove(resource.storage, key);
    }
    return { outcome: 'deleted', object: lastStateOf(live, grace, core.now()) };
  }
  const marked: StoredObject = {
    ...live,
    ...(resource.storage === 'namespaces' && {
      status: { ...(live.status as object), phase: 'Terminating' },
    }),
    metadata: {
      ...live.metadata,
      deletionTimestamp:
        live.metadata.deletionTimestamp ??
        timestamp(new Date(core.now().getTime() + (grace ?? 0) * 1000)),
      ...(resource.storage !== 'namespaces' && {
        deletionGracePeriodSeconds: grace ?? 0,
      }),
      ...(finalizers.length > 0 && { finalizers }),
      // Being deleted is a change of what is wanted.
      ...(live.metadata.generation !== undefined &&
        !live.metadata.deletionTimestamp && {
          generation: live.metadata.generation + 1,
        }),
    },
  };
  const unchanged = JSON.stringify(marked) === JSON.stringify(live);
  return {
    outcome: 'deleting',
    object:
      dryRun || unchanged
        ? marked
        : presentAs(core.store.put(resource.storage, key, marked), resource),
  };
}

function finalizersOf(
  resource: ApiResource,
  live: StoredObject,
  request: DeleteRequest,
): string[] {
  const { finalizers: held = [] } = live.metadata;
  const finalizers =
    resource.storage === DEFINITIONS && !live.metadata.deletionTimestamp
      ? [...held, CLEANUP_FINALIZER]
      : held;
  const policy = POLICY_FINALIZERS[request.propagationPolicy ?? ''];
  const others = finalizers.filter(
    finalizer => !Object.values(POLICY_FINALIZERS).includes(finalizer),
  );
  if (request.propagationPolicy === undefined) {
    return finalizers;
  }
  return policy ? [...others, policy] : others;
}

/** A scheduled pod is its node's to end; nobody waits for one that has ended or never began. */
function gracePeriodOf(live: StoredObject, request: DeleteRequest): number {
  const spec = live.spec as {
    nodeName?: string;
    terminationGracePeriodSeconds?: number;
  };
  const { phase } = (live.status ?? {}) as { phase?: string };
  if (!spec.nodeName || phase === 'Succeeded' || phase === 'Failed') {
    return 0;
  }
  const asked =
    request.gracePeriodSeconds ??
    spec.terminationGracePeriodSeconds ??
    DEFAULT_GRACE;
  const current = live.metadata.deletionGracePeriodSeconds;
  return current === undefined ? asked : Math.min(asked, current);
}

function checkPreconditions(
  { resource, name, request }: DeleteOptions,
  live: StoredObject,
) {
  const { uid, resourceVersion } = request?.preconditions ?? {};
  if (uid && uid !== live.metadata.uid) {
    throw conflict(
      // The kind, not the plural, in these two messages.
      { group: resource.group, plural: resource.kind },
      name,
      `the UID in the precondition (${uid}) does not match the UID in record (${live.metadata.uid}). The object might have been deleted and then recreated`,
    );
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw conflict(
      // The kind, not the plural, in these two messages.
      { group: resource.group, plural: resource.kind },
      name,
      `the ResourceVersion in the precondition (${resourceVersion}) does not match the ResourceVersion in record (${live.metadata.resourceVersion}). The object might have been modified`,
    );
  }
}

/** Of a pod the answer says that it was given no time. */
function lastStateOf(
  live: StoredObject,
  grace: number | undefined,
  now: Date,
): StoredObject {
  return grace === undefined
    ? live
    : {
        ...live,
        metadata: {
          ...live.metadata,
          deletionTimestamp: live.metadata.deletionTimestamp ?? timestamp(now),
          deletionGracePeriodSeconds: 0,
        },
      };
}
