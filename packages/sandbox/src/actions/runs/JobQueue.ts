import { JobRun, WorkflowRun } from '../types';

/** A job that waits for a runner with its labels. */
export interface QueuedJob {
  run: WorkflowRun;
  job: JobRun;
}

export interface JobRunner {
  id: number;
  name: string;
}

/** What runners see of GitHub: jobs that wait, and taking one. */
export interface JobQueue {
  /** Oldest first. */
  waiting(): QueuedJob[];
  onChange(listener: () => void): void;
  /**
   * Runs a job on a runner to its end; `undefined` when it does not wait any
   * more. The signal is the runner's life: when it aborts, the job has failed.
   */
  execute(
    jobId: number,
    runner: JobRunner,
    signal: AbortSignal,
  ): Promise<JobRun> | undefined;
}
