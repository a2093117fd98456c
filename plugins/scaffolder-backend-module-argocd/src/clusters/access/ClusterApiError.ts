import { CustomErrorBase, isError, toError } from '@backstage/errors';
import { oneLine } from '@slipway/backstage-plugin-fleet-node';

/**
 * `unreachable`: nobody answered; `untrusted`: somebody did, but is not who it
 * should be; `answered`: the API refused.
 */
export type ClusterApiErrorKind = 'unreachable' | 'untrusted' | 'answered';

/** What went wrong at a cluster, in its own words and without what was sent. */
export class ClusterApiError extends CustomErrorBase {
  name = 'ClusterApiError' as const;
  readonly kind: ClusterApiErrorKind;
  /** The HTTP status, when it answered. */
  readonly status: number | undefined;
  /** The same without the name of the cluster. */
  readonly reason: string;

  constructor(
    cluster: string,
    options: { kind: ClusterApiErrorKind; status?: number; reason: string },
  ) {
    const reason = oneLine(options.reason);
    super(`Cluster ${cluster}: ${reason}`);
    this.kind = options.kind;
    this.status = options.status;
    this.reason = reason;
  }

  /** Of a request that got no answer. */
  static fromFailure(cluster: string, cause: unknown): ClusterApiError {
    const root = rootOf(toError(cause));
    return new ClusterApiError(cluster, {
      kind: isDistrust(root) ? 'untrusted' : 'unreachable',
      reason: wordsOf(root),
    });
  }
}

/** Whether another try can help: away, overloaded or starting. */
export function isTransientClusterError(error: unknown): boolean {
  return (
    isClusterApiError(error) &&
    (error.kind === 'unreachable' ||
      error.status === 429 ||
      (error.status ?? 0) >= 500)
  );
}

/** Whether it is what a cluster said, or failed to say. */
export function isClusterApiError(error: unknown): error is ClusterApiError {
  return isError(error) && error.name === 'ClusterApiError';
}

function rootOf(error: Error): Error & { code?: unknown } {
  const [first] = error instanceof AggregateError ? error.errors : [];
  const deeper = first ?? error.cause;
  return deeper instanceof Error ? rootOf(deeper) : error;
}

// Node names what is wrong with a certificate or a handshake by its code.
function isDistrust({ code }: { code?: unknown }): boolean {
  return /CERT|SIGNATURE|ERR_TLS|ERR_SSL|EPROTO|ISSUER/.test(String(code));
}

function wordsOf(error: Error & { code?: unknown }): string {
  const proxy = /^Proxy response \((\d+)\)/.exec(error.message);
  if (proxy) {
    return `the proxy answered ${proxy[1]}`;
  }
  return error.name === 'TimeoutError'
    ? 'no answer in time'
    : error.message || String(error.code ?? error.name);
}
