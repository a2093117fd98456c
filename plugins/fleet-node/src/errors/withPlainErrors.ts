import { isError } from '@backstage/errors';

// Mistakes of ours rather than something that somebody has to put right.
const MISTAKES = ['RangeError', 'ReferenceError', 'SyntaxError', 'TypeError'];

/**
 * A scaffolder action whose errors have no stack: the scaffolder prints it into
 * the task's log, where it buries what a person has to read.
 *
 * @public
 */
export function withPlainErrors<
  A extends { handler(context: never): Promise<unknown> },
>(action: A): A {
  return {
    ...action,
    async handler(context: never) {
      try {
        return await action.handler(context);
      } catch (error) {
        if (isError(error) && !MISTAKES.includes(error.name)) {
          Object.defineProperty(error, 'stack', {
            value: `${error.name}: ${error.message}`,
          });
        }
        throw error;
      }
    },
  };
}
