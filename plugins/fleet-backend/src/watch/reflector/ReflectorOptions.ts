import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { ClusterTransport } from '../transport/ClusterTransport';
import { Collection } from './Collection';
import { CoverageTracker } from './CoverageTracker';
import { ObjectFeed } from './ObjectFeed';
import { Failure, Outcome } from './Outcome';
import { Semaphore } from './Semaphore';

/** What the cluster as a whole knows and decides for its reflectors. */
export interface ReflectorCluster {
  transport: ClusterTransport;
  /** Aborted to end what hangs: its requests are asked anew. */
  epoch(): AbortSignal;
  /** Aborted when it answers again, so that nobody goes on waiting. */
  recovery(): AbortSignal;
  /** Whether it answers, and is still the same one. */
  confirm(signal: AbortSignal): Promise<Failure | undefined>;
  heard(): void;
  failed(failure: Failure): void;
}

/** One resource of one cluster, and who hears of it. */
export interface ReflectorOptions {
  cluster: ReflectorCluster;
  /** Where it is served now. */
  find(options: {
    /** What was found before turned out to be wrong. */
    again: boolean;
    signal: AbortSignal;
  }): Promise<{ collection: Collection } | Outcome>;
  feed: ObjectFeed;
  coverage: CoverageTracker;
  /** From where to go on. */
  resourceVersion?: string;
  /** Everything up to this version was told. */
  position(resourceVersion: string): void;
  slots: { ofCluster: Semaphore; ofAll: Semaphore };
  clock: Clock;
  random: () => number;
}
