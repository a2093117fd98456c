import { isError } from '@backstage/errors';

/** Whether GitHub answered with this status. */
export function isGithubError(error: unknown, status: number): boolean {
  return isError(error) && error.status === status;
}

/**
 * Whether another try can help: GitHub did not answer, or said that it cannot
 * at the moment.
 */
export function isTransientGithubError(error: unknown): boolean {
  if (!isError(error) || error.name !== 'HttpError') {
    return false;
  }
  const status = Number(error.status);
  return status === 429 || status >= 500;
}
