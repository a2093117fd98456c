import { isError, ResponseError } from '@backstage/errors';

/**
 * Whether an {@link OwnerAuthorizer} failed because who asks is not known any
 * more: the token of a task lasts an hour at most. A denial is something else.
 *
 * @public
 */
export function isTokenExpired(error: unknown): boolean {
  return error instanceof ResponseError
    ? error.statusCode === 401
    : isError(error) && error.name === 'AuthenticationError';
}
