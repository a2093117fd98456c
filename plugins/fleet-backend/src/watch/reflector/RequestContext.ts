import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { ClusterTransport } from '../transport/ClusterTransport';

/** What every request of a reflector needs. */
export interface RequestContext {
  transport: ClusterTransport;
  clock: Clock;
  /** Between 0 and 1. */
  random: () => number;
  /** End the request. */
  signals: AbortSignal[];
  /** Bytes arrived, or an answer that is no failure of the server's. */
  heard(): void;
}
