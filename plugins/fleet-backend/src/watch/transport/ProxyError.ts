import { describeError } from './describeError';

const REFUSED = /^Proxy response \((\d+)\)/;

/** What went wrong on the way through a proxy, without what opens the proxy. */
export class ProxyError extends Error {
  constructor(proxyUrl: string, cause: unknown) {
    const words = describeError(cause);
    const [, status] = REFUSED.exec(words) ?? [];
    super(
      `through the proxy ${new URL(proxyUrl).host}: ${
        status ? `it answered ${status}` : words
      }`,
    );
    this.name = 'ProxyError';
  }
}
