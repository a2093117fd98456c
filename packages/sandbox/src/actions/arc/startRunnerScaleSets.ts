import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  resources,
  startController,
} from '../../client';
import { GitHub } from '../../github';
import { JobQueue } from '../runs/JobQueue';
import {
  ANNOTATIONS,
  CONTROLLER_NAMESPACE,
  FINALIZERS,
  LABELS,
} from './constants';
import { removeRunner, removeWithFinalizers } from './EphemeralRunnerProcess';
import { runnerDefinitions } from './runnerDefinitions';
import { RunnerRegistry } from './RunnerRegistry';
import { RunnerScaleSet } from './RunnerScaleSet';
import { ScaleSetObjects } from './ScaleSetObjects';
import { whyNotRegistered } from './whyNotRegistered';
import {
  AutoscalingRunnerSet,
  EphemeralRunner,
  EphemeralRunnerSet,
  RunnerPod,
} from './types';

export interface StartRunnerScaleSetsOptions {
  client: KubernetesClient;
  github: GitHub;
  queue: JobQueue;
  registry: RunnerRegistry;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** How the pods of runners are looked into. */
export interface RunnerScaleSets {
  /** What the runner in a pod has printed; `undefined`: not a runner's pod. */
  linesOf(namespace: string, pod: string): readonly string[] | undefined;
}

const REGISTER_AGAIN_MS = 5000;

/** Actions Runner Controller and its listeners, as far as objects show them. */
export async function startRunnerScaleSets(
  options: StartRunnerScaleSetsOptions,
): Promise<RunnerScaleSets> {
  const { client, queue, signal, log } = options;
  await installDefinitions(client);

  const sets = Informer.start<AutoscalingRunnerSet>({
    client,
    resource: resources.autoscalingRunnerSets,
    signal,
  });
  const pods = Informer.start<RunnerPod>({
    client,
    resource: resources.pods,
    signal,
  });
  const running = new Map<string, RunnerScaleSet>();

  const controller = startController({
    name: 'arc',
    reconcile: key =>
      reconcile({
        ...options,
        key,
        sets,
        running,
        enqueue: afterMs => controller.enqueue(key, afterMs),
      }),
    signal,
    log,
    workers: 1,
  });
  const enqueueAll = () =>
    sets.list().forEach(set => controller.enqueue(keyOf(set)));
  sets.onChange(({ before, after }) =>
    controller.enqueue(keyOf((after ?? before)!)),
  );
  pods.onChange(({ before, after }) => {
    const gone = after ? after.metadata.deletionTimestamp : true;
    const { name, namespace } = (after ?? before)!.metadata;
    if (gone) {
      runnerOf(running, name)?.lose();
    }
    if (namespace === CONTROLLER_NAMESPACE && !after) {
      enqueueAll();
    }
  });
  queue.onChange(() => running.forEach(set => set.balance()));
  await sets.synced;

  return {
    linesOf: (_, pod) => runnerOf(running, pod)?.lines,
  };
}

function keyOf({ metadata }: KubernetesObject): string {
  return `${metadata.namespace}/${metadata.name}`;
}

function runnerOf(running: Map<string, RunnerScaleSet>, name: string) {
  return [...running.values()]
    .flatMap(set => set.runners)
    .find(runner => runner.name === name);
}

async function installDefinitions(client: KubernetesClient) {
  const resource = resources.customResourceDefinitions;
  for (const definition of runnerDefinitions()) {
    const { name } = definition.metadata;
    if (await client.get(resource, name)) {
      await client.patch(resource, name, { spec: definition.spec });
    } else {
      await client.create(resource, definition);
    }
  }
}

interface Reconciliation extends StartRunnerScaleSetsOptions {
  key: string;
  sets: Informer<AutoscalingRunnerSet>;
  running: Map<string, RunnerScaleSet>;
  enqueue: (afterMs?: number) => void;
}

async function reconcile(r: Reconciliation): Promise<number | void> {
  const [namespace, name] = r.key.split('/');
  const set = r.sets.get(name, namespace);
  if (!set || set.metadata.deletionTimestamp) {
    await r.running.get(r.key)?.close();
    r.running.delete(r.key);
    if (set) {
      await tearDown(r, set);
    }
    return undefined;
  }
  const problem = await whyNotRegistered(r, set);
  if (problem) {
    r.log(`arc: ${r.key}: ${problem}`);
    if (!set.status?.phase) {
      await patchStatus(r, set, { phase: 'Pending' });
    }
    return REGISTER_AGAIN_MS;
  }
  const registered = await register(r, set);
  const scaleSet = await provide(r, registered);
  scaleSet.balance();
  await writeCounts(r, registered, scaleSet);
  return undefined;
}

/** Labels, annotations and finalizer: what says that GitHub knows the set. */
async function register(
  r: Reconciliation,
  set: AutoscalingRunnerSet,
): Promise<AutoscalingRunnerSet> {
  const objects = ScaleSetObjects.of(set, scaleSetId(set));
  const wanted = objects.registration();
  const { labels = {}, annotations = {}, finalizers = [] } = set.metadata;
  const complete =
    finalizers.includes(FINALIZERS.runnerSet) &&
    Object.entries(wanted.labels).every(([k, v]) => labels[k] === v) &&
    Object.entries(wanted.annotations).every(([k, v]) => annotations[k] === v);
  if (complete) {
    return set;
  }
  return r.client.patch(
    resources.autoscalingRunnerSets,
    set.metadata.name,
    {
      metadata: {
        ...wanted,
        finalizers: [...new Set([...finalizers, FINALIZERS.runnerSet])],
      },
    },
    { namespace: set.metadata.namespace },
  );
}

// One per name is enough: GitHub counts, nobody else does.
function scaleSetId(set: AutoscalingRunnerSet): number {
  return Number(set.metadata.annotations?.[ANNOTATIONS.scaleSetId] ?? 1);
}

/** The objects between the set and its runners. */
async function provide(
  r: Reconciliation,
  set: AutoscalingRunnerSet,
): Promise<RunnerScaleSet> {
  const { client, registry, now, queue, log, running, key } = r;
  const objects = ScaleSetObjects.of(set, scaleSetId(set));
  const runnerSet = await ensureRunnerSet(r, set, objects);
  await ensureListener(r, objects, runnerSet);
  const make = { client, registry, now, objects, runnerSet };
  const known = running.get(key);
  if (known) {
    known.update(set, make);
    return known;
  }
  await removeLeftRunners(r, set);
  const scaleSet = new RunnerScaleSet(set, make, {
    queue,
    log,
    onChange: r.enqueue,
  });
  running.set(key, scaleSet);
  return scaleSet;
}

async function ensureRunnerSet(
  r: Reconciliation,
  set: AutoscalingRunnerSet,
  objects: ScaleSetObjects,
): Promise<EphemeralRunnerSet> {
  const owned = await listOwned<EphemeralRunnerSet>(
    r,
    set,
    'ephemeralRunnerSets',
  );
  const hash = objects.runnerSpecHash;
  const current = owned.find(
    ({ metadata }) =>
      metadata.annotations?.[ANNOTATIONS.runnerSpecHash] === hash,
  );
  for (const outdated of owned.filter(other => other !== current)) {
    await removeWithFinalizers(r.client, {
      resource: resources.ephemeralRunnerSets,
      ...nameOf(outdated),
    });
  }
  return (
    current ??
    r.client.create(resources.ephemeralRunnerSets, objects.runnerSet(0))
  );
}

async function ensureListener(
  { client, now }: Reconciliation,
  objects: ScaleSetObjects,
  runnerSet: EphemeralRunnerSet,
) {
  const wanted = objects.listener(runnerSet.metadata.name);
  const { name, namespace } = wanted.metadata;
  let listener = await client.get(
    resources.autoscalingListeners,
    name,
    namespace,
  );
  if (
    listener &&
    JSON.stringify(listener.spec) !== JSON.stringify(wanted.spec)
  ) {
    await removeListener(client, name);
    listener = undefined;
  }
  listener ??= await client.create(resources.autoscalingListeners, wanted);
  if (!(await client.get(resources.pods, name, namespace))) {
    await client.create(resources.pods, objects.listenerPod(listener));
    const at = now().toISOString();
    await client.patch(
      resources.pods,
      name,
      {
        status: {
          phase: 'Running',
          startTime: at,
          conditions: [
            { type: 'Ready', status: 'True', lastTransitionTime: at },
          ],
          containerStatuses: [
            {
              name: 'listener',
              image: wanted.spec && (wanted.spec as { image: string }).image,
              imageID: '',
              ready: true,
              started: true,
              restartCount: 0,
              state: { running: { startedAt: at } },
            },
          ],
        },
      },
      { namespace, subresource: 'status' },
    );
  }
}

async function removeListener(client: KubernetesClient, name: string) {
  const namespace = CONTROLLER_NAMESPACE;
  await client.delete(resources.pods, name, {
    namespace,
    gracePeriodSeconds: 0,
  });
  await removeWithFinalizers(client, {
    resource: resources.autoscalingListeners,
    name,
    namespace,
  });
}

/** What a process that was killed has left; its jobs are lost. */
async function removeLeftRunners(r: Reconciliation, set: AutoscalingRunnerSet) {
  const left = await listOwned<EphemeralRunner>(r, set, 'ephemeralRunners');
  for (const runner of left) {
    await removeRunner(r.client, runner);
  }
}

async function tearDown(r: Reconciliation, set: AutoscalingRunnerSet) {
  const { client } = r;
  await removeLeftRunners(r, set);
  await removeListener(client, ScaleSetObjects.of(set, 1).listenerName);
  const owned = await listOwned<EphemeralRunnerSet>(
    r,
    set,
    'ephemeralRunnerSets',
  );
  for (const runnerSet of owned) {
    await removeWithFinalizers(client, {
      resource: resources.ephemeralRunnerSets,
      ...nameOf(runnerSet),
    });
  }
  await client.patch(
    resources.autoscalingRunnerSets,
    set.metadata.name,
    { metadata: { finalizers: null } },
    { namespace: set.metadata.namespace },
  );
}

async function listOwned<T extends KubernetesObject>(
  { client }: Reconciliation,
  set: AutoscalingRunnerSet,
  kind: 'ephemeralRunnerSets' | 'ephemeralRunners',
): Promise<T[]> {
  const { items } = await client.list<T>(resources[kind], {
    namespace: set.metadata.namespace,
    labelSelector: `${LABELS.scaleSetName}=${set.metadata.name}`,
  });
  return items;
}

function nameOf({ metadata }: KubernetesObject) {
  return { name: metadata.name, namespace: metadata.namespace };
}

async function writeCounts(
  r: Reconciliation,
  set: AutoscalingRunnerSet,
  scaleSet: RunnerScaleSet,
) {
  const states = scaleSet.runners.map(({ state }) => state);
  const pending = states.filter(state => state === 'starting').length;
  const active = states.filter(s => s === 'idle' || s === 'busy').length;
  const counts = {
    phase: 'Running',
    pendingEphemeralRunners: pending,
    runningEphemeralRunners: active,
    failedEphemeralRunners: 0,
  } as const;
  const [runnerSet] = await listOwned<EphemeralRunnerSet>(
    r,
    set,
    'ephemeralRunnerSets',
  );
  const { client } = r;
  const { namespace } = set.metadata;
  if (runnerSet) {
    const { name } = runnerSet.metadata;
    if (runnerSet.spec.replicas !== scaleSet.desired) {
      const patchID = runnerSet.spec.patchID + 1;
      await client.patch(
        resources.ephemeralRunnerSets,
        name,
        { spec: { replicas: scaleSet.desired, patchID } },
        { namespace },
      );
    }
    await client.patch(
      resources.ephemeralRunnerSets,
      name,
      { status: { ...counts, currentReplicas: pending + active } },
      { namespace, subresource: 'status' },
    );
  }
  // The real one, too, writes only when total or phase differ, so the parts lag.
  const total = pending + active;
  if (set.status?.currentRunners !== total || set.status?.phase !== 'Running') {
    await patchStatus(r, set, { ...counts, currentRunners: total });
  }
}

function patchStatus(
  { client }: Reconciliation,
  set: AutoscalingRunnerSet,
  status: AutoscalingRunnerSet['status'],
) {
  const { name, namespace } = set.metadata;
  return client.patch(
    resources.autoscalingRunnerSets,
    name,
    { status },
    { namespace, subresource: 'status' },
  );
}
