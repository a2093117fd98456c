import { FleetFilter, FleetSort } from '@slipway/backstage-plugin-fleet-common';

/**
 * What a page shows: filter, order and page of a list, as its URL says.
 *
 * @public
 */
export interface FleetQuery {
  filter: FleetFilter;
  sort?: FleetSort;
  cursor?: string;
  /** Replaces the named parts of the filter, from the first page on. */
  setFilter: (change: Partial<FleetFilter>) => void;
  setSort: (sort: FleetSort | undefined) => void;
  setCursor: (cursor: string | undefined) => void;
}
