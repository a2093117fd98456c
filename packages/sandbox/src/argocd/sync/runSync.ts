import { KubernetesObject } from '../../client';
import { DestinationCluster } from '../clusters/DestinationCluster';
import type { Comparison } from '../compare/compareApplication';
import {
  Application,
  AppProject,
  OperationPhase,
  ResourceResult,
  SyncOperation,
} from '../types';
import { describeWait } from './describeWait';
import { hookDeletePolicies } from './hooks';
import { namespaceTask } from './namespaceTask';
import { observedResult } from './observedResult';
import { planTasks } from './planTasks';
import { runTask } from './runTask';
import { SyncTask } from './SyncTask';
import { validateTasks } from './validateTasks';

export interface RunSyncOptions {
  application: Application;
  project: AppProject;
  cluster: DestinationCluster;
  comparison: Comparison;
  operation: SyncOperation;
  /** What earlier steps of the same operation did. */
  results: ResourceResult[];
}

export interface SyncProgress {
  phase: OperationPhase;
  message: string;
  results: ResourceResult[];
}

class SyncRun {
  readonly #options: RunSyncOptions;
  readonly #results: ResourceResult[];

  constructor(options: RunSyncOptions) {
    this.#options = options;
    this.#results = [...options.results];
  }

  async run(): Promise<SyncProgress> {
    const namespace = await namespaceTask(this.#options);
    const invalid = await validateTasks(this.#plan(namespace), this.#options);
    if (invalid.length > 0) {
      invalid.forEach(result => this.#record(result));
      const causes = [...new Set(invalid.map(({ cause }) => cause))].sort();
      return this.#end(
        'Failed',
        `one or more synchronization tasks are not valid: ${causes.join('; ')}`,
      );
    }
    if (this.#options.operation.dryRun) {
      await this.#tryAll(this.#plan(namespace));
      return this.#end('Succeeded', 'successfully synced (no more tasks)');
    }
    for (;;) {
      const end = await this.#step(this.#plan(namespace));
      if (end) {
        return end;
      }
    }
  }

  async #step(all: SyncTask[]): Promise<SyncProgress | undefined> {
    all.forEach(task => this.#observe(task));
    const tasks = all.filter(task => task.phase !== 'SyncFail');
    const onFailure = all.filter(task => task.phase === 'SyncFail');
    const steps = new Set(tasks.map(stepOf));
    const running = tasks.filter(
      task => (steps.size > 1 || task.hook) && isRunning(task),
    );
    if (running.length > 0) {
      return this.#end('Running', describeWait(running));
    }
    const leaving = tasks.filter(
      ({ result, live }) =>
        result?.status === 'Pruned' && live?.metadata.deletionTimestamp,
    );
    if (leaving.length > 0) {
      return this.#end('Running', describeWait(leaving, 'deletion'));
    }
    if (tasks.some(({ result }) => hasFailed(result))) {
      return this.#fail(
        'one or more synchronization tasks completed unsuccessfully',
        { tasks, onFailure },
      );
    }
    const pending = tasks.filter(({ result }) => !result);
    if (pending.length === 0) {
      await this.#deleteHooks(tasks, 'HookSucceeded');
      return this.#end('Succeeded', 'successfully synced (no more tasks)');
    }
    const now = pending.filter(task => stepOf(task) === stepOf(pending[0]));
    await this.#tryAll(now);
    if (now.some(({ result }) => result?.status === 'SyncFailed')) {
      return this.#fail('one or more objects failed to apply', {
        tasks,
        onFailure,
      });
    }
    if (now.length === pending.length && !now.some(({ hook }) => hook)) {
      await this.#deleteHooks(tasks, 'HookSucceeded');
      return this.#end('Succeeded', 'successfully synced (all tasks run)');
    }
    return undefined;
  }

  #plan(namespace?: SyncTask): SyncTask[] {
    const { comparison, operation, cluster } = this.#options;
    return planTasks({
      comparison,
      operation,
      namespace,
      results: this.#results,
      liveOf: key => cluster.live.get(key),
    });
  }

  async #tryAll(tasks: SyncTask[]): Promise<void> {
    for (const task of tasks) {
      task.result = await runTask(task, this.#options);
      this.#record(task.result);
    }
  }

  // What became of a task that was running when we looked last.
  #observe(task: SyncTask) {
    if (!isRunning(task)) {
      return;
    }
    const next = observedResult(task);
    if (next) {
      task.result = next;
      this.#record(next);
    }
  }

  #record(result: ResourceResult) {
    const { cause, ...kept } = result as ResourceResult & { cause?: string };
    const at = this.#results.findIndex(
      other =>
        other.syncPhase === kept.syncPhase &&
        other.group === kept.group &&
        other.kind === kept.kind &&
        other.namespace === kept.namespace &&
        other.name === kept.name,
    );
    if (at < 0) {
      this.#results.push(kept);
    } else {
      this.#results[at] = kept;
    }
  }

  async #fail(
    message: string,
    { tasks, onFailure }: { tasks: SyncTask[]; onFailure: SyncTask[] },
  ): Promise<SyncProgress> {
    const reasons = tasks.flatMap(({ result }) =>
      result?.status === 'SyncFailed' ? [result.message] : [],
    );
    await this.#deleteHooks(tasks, 'HookFailed');
    await this.#tryAll(onFailure.filter(({ result }) => !result));
    return this.#end(
      'Failed',
      reasons.length > 0 ? `${message}, reason: ${reasons.join(',')}` : message,
    );
  }

  async #deleteHooks(tasks: SyncTask[], policy: string): Promise<void> {
    const { cluster } = this.#options;
    for (const { hook, target, live } of tasks) {
      if (hook && live && hookDeletePolicies(target!).includes(policy)) {
        await deleteLive(cluster, live);
      }
    }
  }

  #end(phase: OperationPhase, message: string): SyncProgress {
    return { phase, message, results: this.#results };
  }
}

/** Does as much of a sync as can be done now; called again when something changed. */
export async function runSync(options: RunSyncOptions): Promise<SyncProgress> {
  return new SyncRun(options).run();
}

async function deleteLive(cluster: DestinationCluster, live: KubernetesObject) {
  const resource = await cluster.find(live.apiVersion, live.kind);
  if (resource) {
    await cluster.client.delete(resource, live.metadata.name, {
      namespace: live.metadata.namespace,
      propagationPolicy: 'Foreground',
    });
  }
}

function stepOf({ phase, wave }: SyncTask): string {
  return `${phase}/${wave}`;
}

function isRunning({ result }: SyncTask): boolean {
  return result?.hookPhase === 'Running';
}

function hasFailed(result: ResourceResult | undefined): boolean {
  return result?.hookPhase === 'Failed' || result?.hookPhase === 'Error';
}
