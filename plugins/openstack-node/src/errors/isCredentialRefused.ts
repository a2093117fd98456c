import { OpenStackError } from './OpenStackError';

/** Whether the cloud does not take the credentials it was shown. @public */
export function isCredentialRefused(error: unknown): error is OpenStackError {
  return error instanceof OpenStackError && error.status === 401;
}
