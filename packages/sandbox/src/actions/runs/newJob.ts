import { JobRun, WorkflowRun } from '../types';
import { PlannedJob } from './planJobs';

export interface NewJobOptions {
  id: number;
  run: WorkflowRun;
  plan: PlannedJob;
  now: Date;
}

/** A job of a run that waits for its runner. */
export function newJob({ id, run, plan, now }: NewJobOptions): JobRun {
  return {
    id,
    runId: run.id,
    attempt: run.attempt,
    key: plan.key,
    name: plan.name,
    labels: plan.labels,
    matrix: plan.matrix,
    index: plan.index,
    total: plan.total,
    status: 'queued',
    conclusion: undefined,
    continueOnError: plan.continueOnError,
    concurrencyGroup: plan.concurrency?.group,
    createdAt: now.toISOString(),
    startedAt: undefined,
    completedAt: undefined,
    runner: undefined,
    steps: [],
    outputs: {},
    annotations: [],
    checkRunId: 0,
  };
}
