/** A refusal, in the words of the service that is asked; each service has its own form for it. */
export class ServiceError extends Error {
  readonly status: number;
  /** Further fields of the answer. */
  readonly extra: Record<string, unknown>;

  constructor(
    status: number,
    message: string,
    extra: Record<string, unknown> = {},
  ) {
    super(message);
    this.name = 'ServiceError';
    this.status = status;
    this.extra = extra;
  }
}
