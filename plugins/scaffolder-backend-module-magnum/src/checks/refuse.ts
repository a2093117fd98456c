import { InputError } from '@backstage/errors';

/** @throws InputError with all problems, when there are any */
export function refuse(what: string, problems: string[]): void {
  if (problems.length > 0) {
    throw new InputError(
      `${what}; nothing was changed:\n${problems
        .map(problem => `- ${problem}`)
        .join('\n')}`,
    );
  }
}
