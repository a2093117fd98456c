import { Informer, KubernetesObject, resources } from '../../client';
import { ANNOTATIONS, LABELS } from './constants';
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
  SetMetadata,
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
  const objects = ScaleSetObjects.of(set, scaleSetId(set));
  const problem = await whyNotRegistered(r, set);
  if (problem) {
    if (r.problems.get(r.key) !== problem) {
      r.log(`arc: ${r.key}: ${problem}`);
    }
    r.problems.set(r.key, problem);
    await mark(r, set, objects.adoption());
    if (!set.status?.phase) {
      await patchStatus(r, set, { phase: 'Pending' });
    }
    return REGISTER_AGAIN_MS;
  }
  r.problems.delete(r.key);
  const registered = await mark(r, set, objects.registration());
  const scaleSet = await provide(r, registered);
  scaleSet.balance();
  await writeCounts(r, registered, scaleSet);
  return undefined;
}

/** Adds what is missing in the set's own metadata. */
async function mark(
  r: Reconciliation,
  set: AutoscalingRunnerSet,
  wanted: SetMetadata,
): Promise<AutoscalingRunnerSet> {
  const { labels = {}, annotations = {}, finalizers = [] } = set.metadata;
  const complete =
    wanted.finalizers.every(name => finalizers.includes(name)) &&
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
        finalizers: [...new Set([...finalizers, ...wanted.finalizers])],
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
    r.client.create(resources.ephemeralRunnerSets, objects.runnerSet())
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
    if ((runnerSet.spec.replicas ?? 0) !== scaleSet.desired) {
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
      {
        status: {
          ...withoutFirstZeros(counts, runnerSet.status),
          currentReplicas: pending + active,
        },
      },
      { namespace, subresource: 'status' },
    );
  }
  // The real one, too, writes only when total or phase differ, so the parts lag.
  const total = pending + active;
  const { currentRunners = 0, phase } = set.status ?? {};
  if (currentRunners !== total || phase !== 'Running') {
    await patchStatus(
      r,
      set,
      withoutFirstZeros({ ...counts, currentRunners: total }, set.status),
    );
  }
}

/** A count is absent until it has been something for the first time. */
function withoutFirstZeros<T extends object>(
  counts: T,
  status: object = {},
): Partial<T> {
  return Object.fromEntries(
    Object.entries(counts).filter(
      ([name, count]) => count !== 0 || name in status,
    ),
  ) as Partial<T>;
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
