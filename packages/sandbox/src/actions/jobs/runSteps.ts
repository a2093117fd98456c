import { WorkflowStep } from '../workflows/types';
import { runStep } from './runStep';
import { JobExecution, StepScope } from './types';

export interface RunStepsOptions {
  execution: JobExecution;
  steps: WorkflowStep[];
  scope: StepScope;
  signal: AbortSignal;
}

/** Runs the steps of a composite action; gives the error of the first that failed. */
export async function runSteps(
  options: RunStepsOptions,
): Promise<Error | undefined> {
  const { execution, steps, scope, signal } = options;
  let failure: Error | undefined;
  for (const [index, step] of steps.entries()) {
    const { result, error } = await runStep({ execution, step, scope, signal });
    scope.steps[step.id ?? `__${index}`] = result;
    if (result.conclusion === 'failure') {
      execution.status = 'failure';
      failure ??= error;
    }
    if (signal.aborted) {
      throw signal.reason;
    }
  }
  return failure;
}
