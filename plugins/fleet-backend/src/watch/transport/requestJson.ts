import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Watchdog } from '../stream/Watchdog';
import { ClusterTransport, TransportRequest } from './ClusterTransport';
import { readJson } from './readJson';

/** A request whose whole answer is wanted. */
export interface RequestJsonOptions extends Omit<TransportRequest, 'signal'> {
  transport: ClusterTransport;
  clock: Clock;
  signals: AbortSignal[];
  /** How long may pass between two signs of life. */
  allowanceMs: number;
}

/** The whole answer. */
export interface JsonResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: unknown;
}

const MAX_BYTES = 32 * 1024 * 1024;

/** Asks for one thing. */
export async function requestJson(
  options: RequestJsonOptions,
): Promise<JsonResponse> {
  const { transport, clock, signals, allowanceMs, ...request } = options;
  const watchdog = Watchdog.start({ clock, parents: signals, allowanceMs });
  try {
    const { signal } = watchdog;
    const { status, headers, body } = await transport.send({
      ...request,
      signal,
    });
    return { status, headers, body: await readJson(body, MAX_BYTES) };
  } finally {
    watchdog.stop();
  }
}
