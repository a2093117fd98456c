import { Informer, KubernetesObject, resources } from '../../client';
import { ANNOTATIONS, FINALIZERS, LABELS } from './constants';
import { ensureListener } from './ensureListener';
import { removeListener } from './removeListener';
import { removeRunner } from './removeRunner';
import { removeWithFinalizers } from './removeWithFinalizers';
import { RunnerScaleSet } from './RunnerScaleSet';
import { ScaleSetObjects } from './ScaleSetObjects';
import {
  AutoscalingRunnerSet,
  EphemeralRunner,
  EphemeralRunnerSet,
  StartRunnerScaleSetsOptions,
} from './types';
import { whyNotRegistered } from './whyNotRegistered';

const REGISTER_AGAIN_MS = 5000;

/** One set, and everything that is needed to act on it. */
export interface Reconciliation extends StartRunnerScaleSetsOptions {
  key: string;
  sets: Informer<AutoscalingRunnerSet>;
  running: Map<string, RunnerScaleSet>;
  /** Why sets are not registered, so that each cause is logged once. */
  problems: Map<string, string>;
  enqueue: (afterMs?: number) => void;
}

/** Makes of one AutoscalingRunnerSet what the real controller makes of it. */
export async function reconcileScaleSet(
  r: Reconciliation,
): Promise<number | void> {
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
    if (r.problems.get(r.key) !== problem) {
      r.log(`arc: ${r.key}: ${problem}`);
    }
    r.problems.set(r.key, problem);
    if (!set.status?.phase) {
      await patchStatus(r, set, { phase: 'Pending' });
    }
    return REGISTER_AGAIN_MS;
  }
  r.problems.delete(r.key);
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
  await ensureListener({ client, now, objects, runnerSet });
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
