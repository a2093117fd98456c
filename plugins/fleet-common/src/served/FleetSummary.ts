import { StatusCounts } from './StatusCounts';

/**
 * How many items are how.
 *
 * @public
 */
export interface FleetSummary {
  counts: StatusCounts;
  /** By domain id. */
  byDomain: Record<string, StatusCounts>;
  /** How many are open. */
  incidents: number;
  revision: string;
}
