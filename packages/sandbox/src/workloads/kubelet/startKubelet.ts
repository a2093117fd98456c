import fs from 'node:fs';
import path from 'node:path';
import { EventRecorder } from '../../client';
import { PodLogStore } from '../logs/PodLogStore';
import { PodNetwork } from '../network/PodNetwork';
import { Pod } from '../types';
import { WorkloadContext } from '../WorkloadContext';
import { CrashSwitch } from './CrashSwitch';
import { Images } from './Images';
import { PodWorker } from './PodWorker';

export interface KubeletOptions {
  context: WorkloadContext;
  /** Whether a node is this machine. */
  isOurs: (nodeName: string | undefined) => boolean;
  images: Images;
  network: PodNetwork;
  /** Has a folder per pod, named after its UID. */
  folder: string;
  backOff: { firstMs: number; maxMs: number };
  crashes: CrashSwitch;
}

const STOP_GRACE_MS = 2000;

/** The running kubelet of this machine. */
export interface Kubelet {
  logs: PodLogStore;
  /** Resolves after the signal aborted and nothing runs any more. */
  stopped: Promise<void>;
}

/** Runs the pods of all nodes that this machine plays. */
export function startKubelet(options: KubeletOptions): Kubelet {
  const { context, isOurs, images, network, folder } = options;
  const { backOff, crashes } = options;
  const { cache, client, log, now, signal } = context;
  const recorders = new Map<string, EventRecorder>();
  const workers = new Map<string, { pod: Pod; worker: PodWorker }>();
  const present = new Set<string>();
  const ending = new Set<Promise<void>>();
  const configuration = new EventTarget();
  const logs = PodLogStore.create({ folder, now, find: findContainer });

  removeFoldersOfGonePods();
  cache.pods.onChange(({ before, after }) => {
    if (before && before.metadata.uid !== after?.metadata.uid) {
      forget(before);
    }
    // What runs is followed to its end, also when its node is gone.
    const isKnown = workers.has(after?.metadata.uid ?? '');
    if (after && (isKnown || isOurs(after.spec.nodeName))) {
      take(after);
    }
  });
  for (const informer of [cache.configMaps, cache.secrets]) {
    informer.onChange(({ before, after }) =>
      configuration.dispatchEvent(
        new Event((after ?? before)!.metadata.namespace!),
      ),
    );
  }

  crashes.onChange(namespace => {
    for (const { pod, worker } of workers.values()) {
      if (pod.metadata.namespace === namespace) {
        worker.restart();
      }
    }
  });

  function take(pod: Pod) {
    const uid = pod.metadata.uid!;
    const known = workers.get(uid);
    if (known) {
      known.worker.update(pod);
      return;
    }
    const finished = ['Succeeded', 'Failed'].includes(pod.status?.phase ?? '');
    if (signal.aborted || (finished && !pod.metadata.deletionTimestamp)) {
      return;
    }
    const worker = PodWorker.start(pod, {
      context,
      events: recorderOf(pod.spec.nodeName!),
      images,
      network,
      logs,
      folder: path.join(folder, uid),
      backOff,
      pulled,
      crashes: namespace => crashes.isOn(namespace),
      configurationChanged,
    });
    workers.set(uid, { pod, worker });
    worker.update(pod);
  }

  function recorderOf(node: string): EventRecorder {
    const recorder =
      recorders.get(node) ??
      EventRecorder.create({
        client,
        component: 'kubelet',
        host: node,
        // A cluster that ends takes its last events with it.
        log: line => signal.aborted || log(line),
        now,
      });
    recorders.set(node, recorder);
    return recorder;
  }

  function forget(pod: Pod) {
    const uid = pod.metadata.uid!;
    const known = workers.get(uid);
    workers.delete(uid);
    if (known) {
      const removal = known.worker.remove().catch(error => log(error.message));
      ending.add(removal);
      removal.finally(() => ending.delete(removal));
    }
  }

  function findContainer(namespace: string, name: string, container: string) {
    const pod = cache.pods.get(name, namespace);
    const uid = pod?.metadata.uid;
    const { containerStatuses = [], initContainerStatuses = [] } =
      pod?.status ?? {};
    const status =
      workers.get(uid ?? '')?.worker.statusOf(container) ??
      [...containerStatuses, ...initContainerStatuses].find(
        c => c.name === container,
      );
    return uid ? { uid, status } : undefined;
  }

  function pulled(image: string): boolean {
    const isNew = !present.has(image);
    present.add(image);
    return isNew;
  }

  function configurationChanged(
    namespace: string | undefined,
    until: AbortSignal,
  ): Promise<void> {
    return new Promise(resolve => {
      const end = () => {
        configuration.removeEventListener(namespace!, end);
        until.removeEventListener('abort', end);
        resolve();
      };
      configuration.addEventListener(namespace!, end);
      until.addEventListener('abort', end);
      if (until.aborted) {
        end();
      }
    });
  }

  function removeFoldersOfGonePods() {
    const alive = new Set(cache.pods.list().map(pod => pod.metadata.uid));
    for (const name of fs.readdirSync(folder)) {
      if (!alive.has(name)) {
        fs.rmSync(path.join(folder, name), { recursive: true, force: true });
      }
    }
  }

  const stopped = new Promise<void>(resolve => {
    const stop = async () => {
      const left = [...workers.values()].map(({ worker }) =>
        worker.end(STOP_GRACE_MS),
      );
      await Promise.allSettled([...left, ...ending]);
      resolve();
    };
    if (signal.aborted) {
      stop();
    } else {
      signal.addEventListener('abort', stop);
    }
  });
  return { logs, stopped };
}
