import { KubernetesObject } from '../../client';
import { groupOf, versionOf } from '../clusters/objectKey';
import { ResourceResult, SyncPhase } from '../types';

/** One object to apply or to prune in one phase of a sync. */
export interface SyncTask {
  key: string;
  phase: SyncPhase;
  wave: number;
  hook: boolean;
  /** Absent for a task that prunes. */
  target?: KubernetesObject;
  live?: KubernetesObject;
  /** What came of it, once it was tried. */
  result?: ResourceResult;
}

export function subjectOf(task: SyncTask): KubernetesObject {
  return (task.target ?? task.live)!;
}

/** Group, kind and name, as the messages of Argo CD join them. */
export function describeTask(task: SyncTask): string {
  const subject = subjectOf(task);
  return `${groupOf(subject)}/${subject.kind}/${subject.metadata.name}`;
}

/** How a task's result is told from others in `operationState.syncResult`. */
export function matchesResult(task: SyncTask, result: ResourceResult): boolean {
  const subject = subjectOf(task);
  return (
    result.syncPhase === task.phase &&
    result.group === groupOf(subject) &&
    result.kind === subject.kind &&
    result.name === subject.metadata.name &&
    result.namespace === (subject.metadata.namespace ?? '')
  );
}

/** The part of a result that only tells which object it is about. */
export function resultHead(task: SyncTask): ResourceResult {
  const subject = subjectOf(task);
  return {
    group: groupOf(subject),
    version: versionOf(subject),
    kind: subject.kind,
    namespace: subject.metadata.namespace ?? '',
    name: subject.metadata.name,
    ...(task.hook ? { hookType: task.phase } : {}),
    syncPhase: task.phase,
  };
}
