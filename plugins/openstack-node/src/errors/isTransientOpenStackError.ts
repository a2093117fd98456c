import { OpenStackError } from './OpenStackError';

/**
 * Whether the same call may succeed a little later: no answer, an overloaded or
 * failing service, or one of the refusals that Magnum takes back by itself.
 * Says nothing about whether it is safe to repeat.
 *
 * @public
 */
export function isTransientOpenStackError(
  error: unknown,
): error is OpenStackError {
  return error instanceof OpenStackError && error.transient;
}
