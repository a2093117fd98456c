import { errors } from 'undici';
import { describeError } from './describeError';

const REFUSED = /^Proxy response \((\d+)\)/;

/** What went wrong on the way through a proxy, without what opens the proxy. */
export class ProxyError extends Error {
  constructor(proxyUrl: string, cause: unknown) {
    super(`through the proxy ${new URL(proxyUrl).host}: ${wordsOf(cause)}`);
    this.name = 'ProxyError';
  }
}

function wordsOf(cause: unknown): string {
  // Servers may take any time; only tunnels must be made in some.
  if (cause instanceof errors.HeadersTimeoutError) {
    return 'it makes no connection';
  }
  const words = describeError(cause);
  const [, status] = REFUSED.exec(words) ?? [];
  return status ? `it answered ${status}` : words;
}
