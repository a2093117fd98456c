import { WorkflowRun } from '../types';
import { duration } from './duration';

/** What a run says about itself in half a line. */
export function runTexts(run: WorkflowRun): { event: string; time: string } {
  return {
    event: `${run.name} #${run.number}: ${run.event.name.replaceAll(
      '_',
      ' ',
    )} by ${run.event.actor}`,
    time:
      run.status === 'completed'
        ? duration(run.startedAt, run.updatedAt) ?? ''
        : 'running',
  };
}
