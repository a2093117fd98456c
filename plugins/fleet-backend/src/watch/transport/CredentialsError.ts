import { describeError } from './describeError';

/** There is nothing to prove to a cluster who asks. */
export class CredentialsError extends Error {
  constructor(cause: unknown) {
    super(describeError(cause));
    this.name = 'CredentialsError';
  }
}
