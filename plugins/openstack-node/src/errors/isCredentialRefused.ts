import { OpenStackError } from './OpenStackError';

// Keystone says 404 of a token, or of an application credential, that is gone.
const GONE = /failed to validate token|could not find (?:token|application)/i;

/** Whether the cloud does not take the credentials it was shown. @public */
export function isCredentialRefused(error: unknown): error is OpenStackError {
  return (
    error instanceof OpenStackError &&
    (error.status === 401 ||
      (error.service === 'keystone' &&
        error.status === 404 &&
        GONE.test(error.reason)))
  );
}
