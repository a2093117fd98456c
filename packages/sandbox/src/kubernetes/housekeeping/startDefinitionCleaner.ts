import { ClusterCore } from '../ClusterCore';
import { deleteObject } from '../operations/deleteObject';
import { updateObject } from '../operations/updateObject';
import { CLEANUP_FINALIZER } from '../registry';
import { TaskQueue } from './TaskQueue';
import { systemUser } from './systemUser';

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** A deleted definition takes all its objects with it, and goes last. */
export function startDefinitionCleaner(
  core: ClusterCore,
  queue: TaskQueue,
): void {
  const { store, registry } = core;

  function clean(definition: string) {
    const crd = store.get(DEFINITIONS, definition);
    const { finalizers = [], deletionTimestamp } = crd?.metadata ?? {};
    if (!deletionTimestamp || !finalizers.includes(CLEANUP_FINALIZER)) {
      return;
    }
    const [plural, ...group] = definition.split('.');
    const storage = `${group.join('.')}/${plural}`;
    const resource = registry.ofStorage(storage);
    for (const { metadata } of resource ? store.list(storage) : []) {
      if (!metadata.deletionTimestamp) {
        const { name, namespace } = metadata;
        deleteObject(core, { resource: resource!, name, namespace });
      }
    }
    if (store.list(storage).length === 0) {
      updateObject(core, {
        resource: registry.ofStorage(DEFINITIONS)!,
        name: definition,
        user: systemUser,
        fieldManager: 'kube-apiserver',
        change: live => ({
          ...live,
          metadata: {
            ...live.metadata,
            finalizers: finalizers.filter(one => one !== CLEANUP_FINALIZER),
          },
        }),
      });
    }
  }

  const check = (definition: string) =>
    queue.add(`definition ${definition}`, () => clean(definition));
  store.subscribe(({ storage, key, after }) => {
    if (storage === DEFINITIONS && after?.metadata.deletionTimestamp) {
      check(key);
    }
    const definition = registry.ofStorage(storage)?.custom?.definition;
    if (definition && !after) {
      check(definition);
    }
  });
  store.list(DEFINITIONS).forEach(({ metadata }) => check(metadata.name));
}
