import { Status } from '@slipway/backstage-plugin-fleet-common';
import { DumpCluster } from './DumpCluster';

/** What an expert would say about one item of a scenario. @public */
export interface Expectation {
  /** `domain/cluster/namespace/name`. */
  subject: string;
  status: Status;
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
  name: string;
  domain: string;
  /** ISO time to judge by. */
  now: string;
  clusters: Omit<DumpCluster, 'complete'>[];
  expect: Expectation[];
  /** Healthy items that look like ill ones. */
  silent: string[];
}
