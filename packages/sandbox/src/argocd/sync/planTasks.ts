import { KubernetesObject } from '../../client';
import { objectKey } from '../clusters/objectKey';
import type { Comparison } from '../compare/compareApplication';
import { ResourceResult, SyncOperation, SyncPhase } from '../types';
import {
  hasSyncOption,
  isHook,
  isSkipped,
  syncPhasesOf,
  syncWaveOf,
} from './hooks';
import { kindOrder } from './kindOrder';
import { matchesResult, subjectOf, SyncTask } from './SyncTask';

const PHASE_ORDER: SyncPhase[] = ['PreSync', 'Sync', 'PostSync', 'SyncFail'];

export interface PlanTasksOptions {
  comparison: Comparison;
  operation: SyncOperation;
  /** The Namespace that CreateNamespace=true asks for, if there is work to do. */
  namespace?: SyncTask;
  results: ResourceResult[];
  liveOf: (key: string) => KubernetesObject | undefined;
}

/** What a sync has to do, in the order in which it does it. */
export function planTasks(options: PlanTasksOptions): SyncTask[] {
  const { comparison, operation, namespace, results, liveOf } = options;
  const { resources: selected = [], syncOptions = [] } = operation;
  const tasks: SyncTask[] = namespace
    ? [{ ...namespace, live: liveOf(namespace.key) }]
    : [];
  for (const { key, target, live } of comparison.managed) {
    const subject = (target ?? live)!;
    if (
      isHook(subject) ||
      isSkipped(subject) ||
      !isSelected(subject, selected)
    ) {
      continue;
    }
    const current = liveOf(key);
    if (target || current) {
      const wave = syncWaveOf(subject);
      tasks.push({
        key,
        phase: 'Sync',
        wave,
        hook: false,
        target,
        live: current,
      });
    }
  }
  // A selective sync, like one with the strategy "apply", runs no hooks.
  if (selected.length === 0 && !operation.syncStrategy?.apply) {
    for (const target of comparison.hooks) {
      const key = objectKey(target);
      for (const phase of syncPhasesOf(target)) {
        const wave = syncWaveOf(target);
        tasks.push({ key, phase, wave, hook: true, target, live: liveOf(key) });
      }
    }
  }
  reversePruneWaves(tasks, syncOptions.includes('PruneLast=true'));
  return tasks
    .map(task => ({
      ...task,
      result: results.find(result => matchesResult(task, result)),
    }))
    .sort(compareTasks);
}

function isSelected(
  object: KubernetesObject,
  selected: NonNullable<SyncOperation['resources']>,
): boolean {
  const { name, namespace } = object.metadata;
  return (
    selected.length === 0 ||
    selected.some(
      choice =>
        choice.kind === object.kind &&
        choice.name === name &&
        (!choice.namespace || choice.namespace === namespace),
    )
  );
}

// What was made last goes first.
function reversePruneWaves(tasks: SyncTask[], pruneLast: boolean) {
  const pruning = tasks.filter(task => !task.target);
  const waves = [...new Set(pruning.map(({ wave }) => wave))].sort(
    (a, b) => a - b,
  );
  const last = Math.max(0, ...tasks.map(({ wave }) => wave)) + 1;
  for (const task of pruning) {
    task.wave =
      pruneLast || hasSyncOption(task.live, 'PruneLast=true')
        ? last
        : waves[waves.length - 1 - waves.indexOf(task.wave)];
  }
}

function compareTasks(a: SyncTask, b: SyncTask): number {
  const [left, right] = [subjectOf(a), subjectOf(b)];
  return (
    PHASE_ORDER.indexOf(a.phase) - PHASE_ORDER.indexOf(b.phase) ||
    a.wave - b.wave ||
    Number(!!a.target) - Number(!!b.target) ||
    kindOrder(left.kind) - kindOrder(right.kind) ||
    left.metadata.name.localeCompare(right.metadata.name)
  );
}
