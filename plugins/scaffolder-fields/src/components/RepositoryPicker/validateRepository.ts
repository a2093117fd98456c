import type { CustomFieldValidator } from '@backstage/plugin-scaffolder-react';
import { describeRepositoryProblem } from './describeRepositoryProblem';
import { parseRepositoryUrl } from './repositoryUrl';

/** Says what is missing or cannot be the name of a repository. */
export function validateRepository(
  value: string,
  validation: Parameters<CustomFieldValidator<string>>[1],
): void {
  const { host, owner, name } = parseRepositoryUrl(value);
  if (!host) {
    validation.addError('Choose where the repository is made.');
  }
  if (!owner) {
    validation.addError('Say which organisation the repository is made in.');
  }
  if (!name) {
    validation.addError('Give the repository a name.');
    return;
  }
  const problem = describeRepositoryProblem(name);
  if (problem) {
    validation.addError(problem);
  }
}
