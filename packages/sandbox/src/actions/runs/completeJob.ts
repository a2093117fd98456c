import { Conclusion, JobRun } from '../types';

/** Ends a job and the steps that are still open. */
export function completeJob(
  job: JobRun,
  conclusion: Conclusion,
  at: string,
): void {
  job.status = 'completed';
  job.conclusion = conclusion;
  job.startedAt ??= at;
  job.completedAt = at;
  for (const step of job.steps.filter(s => s.status !== 'completed')) {
    step.status = 'completed';
    step.conclusion = conclusion;
    step.completedAt = at;
  }
}
