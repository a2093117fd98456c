import { ExpressionScope } from '../expressions/evaluateExpression';
import { interpolate } from '../expressions/interpolate';
import { WorkflowStep } from '../workflows/types';

/** How a step is called in the list of a job's steps. */
export function stepName(step: WorkflowStep, scope: ExpressionScope): string {
  if (step.name !== undefined) {
    try {
      return interpolate(step.name, scope);
    } catch {
      return step.name;
    }
  }
  const what = step.uses ?? step.run?.trim().split('\n')[0] ?? '';
  return `Run ${what}`;
}
