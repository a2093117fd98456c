import { StatusCounts } from './StatusCounts';

/**
 * How many items are how.
 *
 * @public
 */
export interface FleetSummary {
  /** Of all domains. */
  counts: StatusCounts;
  /** By domain id. */
  byDomain: Record<string, StatusCounts>;
  /** How many are open. */
  incidents: number;
  /** Changes with what is known. */
  revision: string;
}
