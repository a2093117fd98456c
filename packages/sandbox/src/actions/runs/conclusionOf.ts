import { Conclusion, WorkflowRun } from '../types';
import { jobResults } from './planJobs';

/** What comes of a run whose jobs are all complete. */
export function conclusionOf(run: WorkflowRun): Conclusion {
  const results = [...jobResults(run).values()].map(({ result }) => result);
  for (const conclusion of ['failure', 'cancelled'] as const) {
    if (results.includes(conclusion)) {
      return conclusion;
    }
  }
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}
