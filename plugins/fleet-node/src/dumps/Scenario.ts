import { Status } from '@slipway/backstage-plugin-fleet-common';
import { DumpCluster } from './DumpCluster';

/** What an expert would say about one item of a scenario. @public */
export interface Expectation {
  /** `domain/cluster/namespace/name`. */
  subject: string;
  /** How the item is. */
  status: Status;
  /** Absent when it is healthy. */
  cause?: string;
  /** `Kind/namespace/name`. */
  evidence?: string;
  /** What the shown reason must contain. */
  says: string[];
  /** Everything that the same root hits. */
  impact?: string[];
}

/**
 * A failure as data: what the API servers answer, and what an expert reading the
 * answers would conclude.
 *
 * @public
 */
export interface Scenario {
  /** Equals the name of its file. */
  name: string;
  /** Whose items are judged, and whose resources are all there. */
  domain: string;
  /** ISO time to judge by. */
  now: string;
  /** What the API servers answered. */
  clusters: Omit<DumpCluster, 'complete'>[];
  /** The ill items; all others of the domain are healthy. */
  expect: Expectation[];
  /** Healthy items that look like ill ones. */
  silent: string[];
  /** All of it as it was read, for what domains read of it themselves. */
  document?: unknown;
}
