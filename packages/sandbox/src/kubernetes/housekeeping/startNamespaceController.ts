import { Condition } from '../../client/types';
import { ClusterCore } from '../ClusterCore';
import { deleteObject } from '../operations/deleteObject';
import { timestamp } from '../operations/timestamp';
import { StoredObject } from '../types';
import { TaskQueue } from './TaskQueue';

const CLEAR_CONDITIONS: Condition[] = [
  {
    type: 'NamespaceDeletionDiscoveryFailure',
    status: 'False',
    reason: 'ResourcesDiscovered',
    message: 'All resources successfully discovered',
  },
  {
    type: 'NamespaceDeletionGroupVersionParsingFailure',
    status: 'False',
    reason: 'ParsedGroupVersions',
    message: 'All legacy kube types successfully parsed',
  },
  {
    type: 'NamespaceDeletionContentFailure',
    status: 'False',
    reason: 'ContentDeleted',
    message: 'All content successfully deleted, may be waiting on finalization',
  },
];

/** Empties namespaces that are being deleted, and lets them go when nothing is left. */
export function startNamespaceController(
  core: ClusterCore,
  queue: TaskQueue,
): void {
  const { store, registry } = core;
  const contents = () =>
    registry
      .preferred()
      .filter(
        ({ namespaced, verbs }) => namespaced && verbs.includes('delete'),
      );

  function empty(name: string) {
    const namespace = store.get('namespaces', name);
    if (!namespace?.metadata.deletionTimestamp) {
      return;
    }
    for (const resource of contents()) {
      for (const object of store.list(resource.storage, name)) {
        if (!object.metadata.deletionTimestamp) {
          deleteObject(core, {
            resource,
            namespace: name,
            name: object.metadata.name,
            request: { propagationPolicy: 'Background' },
          });
        }
      }
    }
    const left = contents().flatMap(resource => {
      const objects = store.list(resource.storage, name);
      return objects.length > 0 ? [{ resource, objects }] : [];
    });
    if (left.length > 0) {
      tellWhatIsLeft(namespace, left);
    } else if (namespace.metadata.finalizers?.length) {
      store.put('namespaces', name, { ...namespace, spec: {} });
    } else {
      store.remove('namespaces', name);
    }
  }

  function tellWhatIsLeft(
    namespace: StoredObject,
    left: {
      resource: { plural: string; group: string };
      objects: StoredObject[];
    }[],
  ) {
    const counts = left.map(
      ({ resource: { plural, group }, objects }) =>
        `${group ? `${plural}.${group}` : `${plural}.`} has ${
          objects.length
        } resource instances`,
    );
    const finalizers = new Map<string, number>();
    left
      .flatMap(({ objects }) => objects)
      .flatMap(({ metadata }) => metadata.finalizers ?? [])
      .forEach(one => finalizers.set(one, (finalizers.get(one) ?? 0) + 1));
    const remaining = [...finalizers].map(
      ([finalizer, count]) => `${finalizer} in ${count} resource instances`,
    );
    const status = namespace.status as { conditions?: Condition[] };
    const conditions: Condition[] = [
      ...CLEAR_CONDITIONS,
      {
        type: 'NamespaceContentRemaining',
        status: 'True',
        reason: 'SomeResourcesRemain',
        message: `Some resources are remaining: ${counts.join(', ')}`,
      },
      finalizers.size > 0
        ? {
            type: 'NamespaceFinalizersRemaining',
            status: 'True',
            reason: 'SomeFinalizersRemain',
            message: `Some content in the namespace has finalizers remaining: ${remaining.join(
              ', ',
            )}`,
          }
        : {
            type: 'NamespaceFinalizersRemaining',
            status: 'False',
            reason: 'ContentHasNoFinalizers',
            message: 'All content-preserving finalizers finished',
          },
    ];
    const said = (all: Condition[] = []) =>
      all.map(({ type, message }) => `${type} ${message}`).join();
    if (said(status.conditions) === said(conditions)) {
      return;
    }
    const lastTransitionTime = timestamp(core.now());
    store.put('namespaces', namespace.metadata.name, {
      ...namespace,
      status: {
        ...status,
        conditions: conditions.map(one => ({ lastTransitionTime, ...one })),
      },
    });
  }

  const check = (name: string) =>
    queue.add(`namespace ${name}`, () => empty(name));
  store.subscribe(({ storage, before, after }) => {
    if (storage === 'namespaces') {
      if (after?.metadata.deletionTimestamp) {
        check(after.metadata.name);
      }
      return;
    }
    const namespace = before?.metadata.namespace;
    if (
      namespace &&
      store.get('namespaces', namespace)?.metadata.deletionTimestamp
    ) {
      check(namespace);
    }
  });
  store.list('namespaces').forEach(({ metadata }) => check(metadata.name));
}
