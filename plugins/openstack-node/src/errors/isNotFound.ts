import { OpenStackError } from './OpenStackError';

/** Whether the cloud says that what was asked for does not exist. @public */
export function isNotFound(error: unknown): error is OpenStackError {
  return error instanceof OpenStackError && error.status === 404;
}
