import { ObjectMeta, OwnerReference } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { deleteObject, DeleteRequest } from '../operations/deleteObject';
import { updateObject } from '../operations/updateObject';
import { StoreChange } from '../store';
import { StoredObject } from '../types';
import { Location, OwnerIndex } from './OwnerIndex';
import { systemUser } from './systemUser';
import { TaskQueue } from './TaskQueue';

const FOREGROUND = 'foregroundDeletion';
const ORPHAN = 'orphan';

/**
 * Deletes what its owners left behind and carries out foreground and orphaning
 * deletion, as the garbage collector of the controller manager does.
 */
export function startGarbageCollector(
  core: ClusterCore,
  queue: TaskQueue,
): void {
  const { store, registry } = core;
  const index = OwnerIndex.create(store);

  function look({ storage, key }: Location) {
    const object = store.get(storage, key);
    const resource = registry.ofStorage(storage);
    if (!object || !resource) {
      return undefined;
    }
    const { name, namespace } = object.metadata;
    return { object, place: { resource, name, namespace } };
  }

  function change(
    location: Location,
    edit: (metadata: ObjectMeta) => Partial<ObjectMeta>,
  ) {
    const found = look(location);
    if (found) {
      updateObject(core, {
        ...found.place,
        user: systemUser,
        fieldManager: 'kube-controller-manager',
        change: live => ({
          ...live,
          metadata: { ...live.metadata, ...edit(live.metadata) },
        }),
      });
    }
  }

  function remove(location: Location, request: DeleteRequest) {
    const found = look(location);
    if (found) {
      deleteObject(core, { ...found.place, request });
    }
  }

  function ownerOf(
    { uid }: OwnerReference,
    dependent: StoredObject,
  ): StoredObject | undefined {
    const location = index.find(uid);
    const owner = location && store.get(location.storage, location.key);
    const { namespace } = owner?.metadata ?? {};
    // An owner in another namespace counts as none.
    return !namespace || namespace === dependent.metadata.namespace
      ? owner
      : undefined;
  }

  function checkDependent(location: Location) {
    const object = store.get(location.storage, location.key);
    const references = object?.metadata.ownerReferences ?? [];
    if (
      !object ||
      references.length === 0 ||
      object.metadata.deletionTimestamp
    ) {
      return;
    }
    const state = (reference: OwnerReference) => {
      const owner = ownerOf(reference, object);
      if (!owner) {
        return 'absent';
      }
      return isForeground(owner) && reference.blockOwnerDeletion
        ? 'waiting'
        : 'solid';
    };
    const states = references.map(state);
    if (states.includes('solid')) {
      if (states.some(one => one !== 'solid')) {
        change(location, () => ({
          ownerReferences: references.filter((_, i) => states[i] === 'solid'),
        }));
      }
      return;
    }
    const hasDependents =
      index.dependentsOf(object.metadata.uid ?? '').length > 0;
    remove(location, {
      propagationPolicy:
        states.includes('waiting') && hasDependents
          ? 'Foreground'
          : 'Background',
    });
  }

  function finishOwner(location: Location) {
    const owner = store.get(location.storage, location.key);
    if (!owner?.metadata.deletionTimestamp) {
      return;
    }
    const { uid = '', finalizers = [] } = owner.metadata;
    const dependents = index.dependentsOf(uid);
    if (finalizers.includes(ORPHAN)) {
      dependents.forEach(dependent =>
        change(dependent, ({ ownerReferences = [] }) => ({
          ownerReferences: ownerReferences.filter(one => one.uid !== uid),
        })),
      );
      change(location, without(ORPHAN));
    } else if (finalizers.includes(FOREGROUND)) {
      dependents.forEach(checkDependent);
      if (
        !index
          .dependentsOf(uid)
          .some(one => blocks(store.get(one.storage, one.key), uid))
      ) {
        change(location, without(FOREGROUND));
      }
    }
  }

  function react(changed: StoreChange) {
    index.note(changed);
    const { storage, key, before, after } = changed;
    const location = { storage, key };
    const task = (kind: string, at: Location, run: (at: Location) => void) =>
      queue.add(`garbage ${kind} ${at.storage} ${at.key}`, () => run(at));
    if (after?.metadata.ownerReferences?.length) {
      task('dependent', location, checkDependent);
    }
    if (after?.metadata.deletionTimestamp) {
      task('owner', location, finishOwner);
    }
    if (!after && before?.metadata.uid) {
      index
        .dependentsOf(before.metadata.uid)
        .forEach(dependent => task('dependent', dependent, checkDependent));
    }
    for (const { uid } of before?.metadata.ownerReferences ?? []) {
      const owner = index.find(uid);
      if (owner) {
        task('owner', owner, finishOwner);
      }
    }
  }

  store.subscribe(react);
  for (const storage of store.storages()) {
    for (const object of store.list(storage)) {
      const { name, namespace } = object.metadata;
      const key = namespace ? `${namespace}/${name}` : name;
      react({
        revision: store.revision,
        storage,
        key,
        before: object,
        after: object,
      });
    }
  }
}

function isForeground({ metadata }: StoredObject): boolean {
  return (
    metadata.deletionTimestamp !== undefined &&
    (metadata.finalizers ?? []).includes(FOREGROUND)
  );
}

function blocks(dependent: StoredObject | undefined, uid: string): boolean {
  return (dependent?.metadata.ownerReferences ?? []).some(
    reference => reference.uid === uid && reference.blockOwnerDeletion,
  );
}

function without(finalizer: string) {
  return ({ finalizers = [] }: ObjectMeta) => ({
    finalizers: finalizers.filter(one => one !== finalizer),
  });
}
