import { Readable } from 'node:stream';
import { Watchdog } from '../stream/Watchdog';
import { CredentialsError } from '../transport/CredentialsError';
import { describeError } from '../transport/describeError';
import { discardBody } from '../transport/discardBody';
import { readJson } from '../transport/readJson';
import { TransportResponse } from '../transport/ClusterTransport';
import { judgeStatus } from './judgeStatus';
import { Failure } from './Outcome';
import { RequestContext } from './RequestContext';

/** What is read from where. */
export interface OpenStreamOptions<T> extends RequestContext {
  path: string;
  headers: Record<string, string>;
  /** How long may pass until the answer begins. */
  allowanceMs: number;
  /** Reads the body of a success; what it throws is the trouble. */
  read(body: Readable, watchdog: Watchdog): Promise<T>;
}

const MAX_REFUSAL_BYTES = 1024 * 1024;

/** Asks and reads, and says of everything that can go wrong what it means. */
export async function openStream<T>(
  options: OpenStreamOptions<T>,
): Promise<{ read: T } | Failure> {
  const { transport, clock, signals, allowanceMs, path, headers } = options;
  const watchdog = Watchdog.start({ clock, parents: signals, allowanceMs });
  const { signal } = watchdog;
  let response: TransportResponse | undefined;
  try {
    response = await transport.send({ method: 'GET', path, headers, signal });
    if (response.status === 200) {
      options.heard();
      return { read: await options.read(response.body, watchdog) };
    }
    const refusal = judgeStatus({
      status: response.status,
      body: await readJson(response.body, MAX_REFUSAL_BYTES),
      retryAfter: firstOf(response.headers['retry-after']),
    });
    if (refusal.kind !== 'refused' && response.status < 500) {
      options.heard();
    }
    return refusal;
  } catch (error) {
    const message = describeError(signal.aborted ? signal.reason : error);
    return error instanceof CredentialsError
      ? { kind: 'refused', message }
      : { kind: 'trouble', message, opened: response?.status === 200 };
  } finally {
    watchdog.stop();
    if (response) {
      discardBody(response.body);
    }
  }
}

function firstOf(header: string | string[] | undefined): string | undefined {
  return Array.isArray(header) ? header[0] : header;
}
