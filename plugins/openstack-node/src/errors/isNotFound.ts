import { OpenStackError } from './OpenStackError';

/**
 * Whether the service says that what was asked for does not exist. That there
 * is no login, or that a proxy knows no such place, does not say so: what was
 * asked for may exist all the same.
 *
 * @public
 */
export function isNotFound(error: unknown): error is OpenStackError {
  return (
    error instanceof OpenStackError &&
    error.status === 404 &&
    error.service !== 'keystone' &&
    !error.transient
  );
}
