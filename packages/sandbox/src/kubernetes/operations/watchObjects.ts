import { ClusterCore } from '../ClusterCore';
import { expired } from '../errors';
import { ApiResource, apiVersionOf } from '../registry';
import { selectorOf } from '../selectors';
import { StoreChange } from '../store';
import { StoredObject } from '../types';
import { parseRevision } from './listObjects';
import { ListRequest } from './ListRequest';
import { presentAs } from './presentAs';

export type WatchEventType = 'ADDED' | 'MODIFIED' | 'DELETED' | 'BOOKMARK';

export interface WatchRequest extends ListRequest {
  allowBookmarks?: boolean;
  sendInitialEvents?: boolean;
}

export interface WatchSink {
  event(type: WatchEventType, object: StoredObject): void;
  /** The kind is served no longer, so nothing will come any more. */
  end(): void;
}

export interface RunningWatch {
  /** Tells how far the watch has come. */
  bookmark(): void;
  stop(): void;
}

const DEFINITIONS = 'apiextensions.k8s.io/customresourcedefinitions';

/** Tells `sink` what is there (when asked from no revision) and every change from then on. */
export function watchObjects(
  core: ClusterCore,
  request: WatchRequest,
  sink: WatchSink,
): RunningWatch {
  const { resource, namespace } = request;
  const { store } = core;
  const from = parseRevision(request.resourceVersion);
  const selected = selectorOf(request, resource);
  const initial = request.sendInitialEvents ?? from === 0;
  if (!initial && from < store.oldestRevision) {
    throw expired(
      `too old resource version: ${from} (${store.oldestRevision})`,
    );
  }

  const matches = (object: StoredObject | undefined): boolean =>
    object !== undefined &&
    (namespace === undefined || object.metadata.namespace === namespace) &&
    (selected?.(object) ?? true);

  function tell(change: StoreChange) {
    if (isEndOfKind(change, resource)) {
      sink.end();
      return;
    }
    if (change.storage !== resource.storage) {
      return;
    }
    const { before, after, deleted, revision } = change;
    const [was, is] = [matches(before), matches(after)];
    if (is) {
      sink.event(was ? 'MODIFIED' : 'ADDED', presentAs(after!, resource));
    } else if (was) {
      // Also an object that no longer matches: its old state, at the new revision.
      const gone = deleted ?? {
        ...before!,
        metadata: { ...before!.metadata, resourceVersion: String(revision) },
      };
      sink.event('DELETED', presentAs(gone, resource));
    }
  }

  function bookmark(annotations?: Record<string, string>) {
    sink.event('BOOKMARK', {
      kind: resource.kind,
      apiVersion: apiVersionOf(resource),
      metadata: {
        resourceVersion: String(store.revision),
        ...(annotations && { annotations }),
      },
    } as StoredObject);
  }

  if (initial) {
    for (const object of store.list(resource.storage, namespace)) {
      if (matches(object)) {
        sink.event('ADDED', presentAs(object, resource));
      }
    }
    if (request.sendInitialEvents && request.allowBookmarks) {
      bookmark({ 'k8s.io/initial-events-end': 'true' });
    }
  } else {
    store.changesSince(resource.storage, from).forEach(tell);
  }
  return { bookmark: () => bookmark(), stop: store.subscribe(tell) };
}

function isEndOfKind(
  { storage, key, after }: StoreChange,
  { custom }: ApiResource,
): boolean {
  return storage === DEFINITIONS && !after && key === custom?.definition;
}
