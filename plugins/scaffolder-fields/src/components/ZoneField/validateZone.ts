import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeZoneProblem } from './describeZoneProblem';

/** Keeps what is no zone from being ordered. */
export function validateZone(
  value: string,
  validation: Parameters<CustomFieldValidator<string>>[1],
): void {
  const problem = describeZoneProblem(value ?? '');
  if (problem) {
    validation.addError(problem);
  }
}
