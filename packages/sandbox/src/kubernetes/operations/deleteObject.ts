import { ClusterCore } from '../ClusterCore';
import { conflict } from '../errors';
import { StoredObject } from '../types';
import { getObject, ObjectPlace } from './getObject';
import { objectKey } from './objectKey';
import { presentAs } from './presentAs';
import { timestamp } from './timestamp';

/** The body of a delete request. */
export interface DeleteRequest {
  gracePeriodSeconds?: number;
  propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
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

/** Removes an object, or marks it where finalizers or a running pod hold it. */
export function deleteObject(
  core: ClusterCore,
  options: DeleteOptions,
): DeleteResult {
  const { resource, name, namespace, request = {}, dryRun } = options;
  const live = getObject(core, options);
  checkPreconditions(options, live);
  const key = objectKey(name, namespace);
  const finalizers = finalizersOf(live, request);
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
    return { outcome: 'deleted', object: live };
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

function finalizersOf(live: StoredObject, request: DeleteRequest): string[] {
  const { finalizers = [] } = live.metadata;
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
      resource,
      name,
      `Precondition failed: UID in precondition: ${uid}, UID in object meta: ${live.metadata.uid}`,
    );
  }
  if (resourceVersion && resourceVersion !== live.metadata.resourceVersion) {
    throw conflict(
      resource,
      name,
      `Precondition failed: ResourceVersion in precondition: ${resourceVersion}, ResourceVersion in object meta: ${live.metadata.resourceVersion}`,
    );
  }
}
