import { JobRun, WorkflowRun } from '../types';
import { QueuedJob } from './JobQueue';
import { RunStore } from './RunStore';

/** Who is in the same `concurrency` group: one at a time, and one that waits. */
export class ConcurrencyGroups {
  readonly #store: RunStore;

  static create(store: RunStore): ConcurrencyGroups {
    return new ConcurrencyGroups(store);
  }

  private constructor(store: RunStore) {
    this.#store = store;
  }

  /** Open runs of the group of this one. */
  others(run: WorkflowRun): WorkflowRun[] {
    if (run.concurrencyGroup === undefined) {
      return [];
    }
    return this.#store
      .runs(run.repository)
      .filter(
        other =>
          other.id !== run.id &&
          other.status !== 'completed' &&
          other.concurrencyGroup === run.concurrencyGroup,
      );
  }

  /** The run that waits for the end of this one. */
  next(run: WorkflowRun): WorkflowRun | undefined {
    const others = this.others(run);
    return others.every(({ status }) => status === 'pending')
      ? others[0]
      : undefined;
  }

  /** Open jobs, of any run, that have to go for this one. */
  displaced(
    open: QueuedJob[],
    newcomer: QueuedJob,
    cancelInProgress: boolean,
  ): QueuedJob[] {
    const key = keyOf(newcomer);
    return open.filter(
      other =>
        other.job !== newcomer.job &&
        key !== undefined &&
        keyOf(other) === key &&
        (cancelInProgress || other.job.status === 'queued'),
    );
  }

  /** Queued jobs whose group is not busy. */
  free(open: QueuedJob[]): QueuedJob[] {
    const busy = new Set(
      open.filter(({ job }) => job.status === 'in_progress').map(keyOf),
    );
    return open.filter(queued => {
      const key = keyOf(queued);
      const isBlocked = key !== undefined && busy.has(key);
      return queued.job.status === 'queued' && !isBlocked;
    });
  }

  /** What is said to who has to go. */
  static reason(group: string | undefined): string {
    return `Canceling since a higher priority waiting request for ${group} exists`;
  }
}

function keyOf({ run, job }: { run: WorkflowRun; job: JobRun }) {
  return job.concurrencyGroup === undefined
    ? undefined
    : `${run.repository} ${job.concurrencyGroup}`;
}
