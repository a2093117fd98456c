import { CustomErrorBase, isError, toError } from '@backstage/errors';

/** What went wrong at a hub, in its own words and without what was sent. */
export class HubError extends CustomErrorBase {
  name = 'HubError' as const;
  /** The HTTP status, or `undefined` when the hub did not answer. */
  readonly status: number | undefined;

  constructor(hub: string, options: { status?: number; message: string }) {
    super(`Hub ${hub}: ${options.message}`);
    this.status = options.status;
  }

  static from(hub: string, cause: unknown): HubError {
    const error = toError(cause);
    const status = typeof error.code === 'number' ? error.code : undefined;
    return new HubError(hub, { status, message: messageOf(error) });
  }
}

/** Whether another try can help: away, overloaded or starting. */
export function isTransientHubError(error: unknown): boolean {
  if (!isError(error) || error.name !== 'HubError') {
    return false;
  }
  const status = error.status as number | undefined;
  return status === undefined || status === 429 || status >= 500;
}

/** Whether the hub said that it has no such object. */
export function isNotFound(error: unknown): boolean {
  return hasStatus(error, 404);
}

/** Whether the object changed since it was read. */
export function isConflict(error: unknown): boolean {
  return hasStatus(error, 409);
}

function hasStatus(error: unknown, status: number): boolean {
  return isError(error) && error.name === 'HubError' && error.status === status;
}

// The client's own message holds the whole answer with its headers.
function messageOf(error: Error & { body?: unknown }): string {
  const body = typeof error.body === 'string' ? parse(error.body) : error.body;
  const message =
    body && typeof body === 'object' && 'message' in body && body.message;
  if (typeof message === 'string') {
    return message;
  }
  // `fetch failed` says nothing; why it failed is its cause.
  return error.cause
    ? toError(error.cause).message
    : error.message
        .split('\n')[0]
        .replace(/^Failed to fetch resource .*?: /, '');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
