/** One field that is wrong, as `details.causes` lists it. */
export interface StatusCause {
  reason?: string;
  message?: string;
  field?: string;
}

export interface StatusDetails {
  name?: string;
  group?: string;
  kind?: string;
  uid?: string;
  causes?: StatusCause[];
  retryAfterSeconds?: number;
}

export interface StatusErrorOptions {
  code: number;
  reason?: string;
  message: string;
  details?: StatusDetails;
  /** `metadata.continue` of an expired list. */
  continueToken?: string;
}

/** A refusal, which clients get as `kind: Status`. */
export class StatusError extends Error {
  readonly code: number;
  readonly reason?: string;
  readonly #options: StatusErrorOptions;

  constructor(options: StatusErrorOptions) {
    super(options.message);
    this.name = 'StatusError';
    this.code = options.code;
    this.reason = options.reason;
    this.#options = options;
  }

  toStatus() {
    const { code, reason, message, details, continueToken } = this.#options;
    return {
      kind: 'Status',
      apiVersion: 'v1',
      metadata: continueToken ? { continue: continueToken } : {},
      status: 'Failure',
      message,
      ...(reason && { reason }),
      ...(details && { details }),
      code,
    };
  }
}
