import { FleetFilter, FleetSort } from '@slipway/backstage-plugin-fleet-common';

/**
 * What a page shows: filter, order and page of a list, as its URL says.
 *
 * @public
 */
export interface FleetQuery {
  /** What the URL asks for, and what the page itself does. */
  filter: FleetFilter;
  /** Only what the URL asks for; empty where nothing is filtered. */
  chosen: FleetFilter;
  /** Unset: worst first. */
  sort?: FleetSort;
  /** Unset: the first page. */
  cursor?: string;
  /** Replaces the named parts of the filter, from the first page on. */
  setFilter: (change: Partial<FleetFilter>) => void;
  /** Takes back all that the URL asks for. */
  clearFilter: () => void;
  /** From the first page on. */
  setSort: (sort: FleetSort | undefined) => void;
  /** Goes to another page of the same list. */
  setCursor: (cursor: string | undefined) => void;
}
