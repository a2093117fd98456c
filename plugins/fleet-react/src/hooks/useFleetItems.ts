import {
  FleetFilter,
  FleetSort,
  ServedItem,
  ServedItems,
  SourceInfo,
  StatusCounts,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { FleetPage } from './FleetPage';
import { useFleetPage } from './useFleetPage';

/** Options of {@link useFleetItems}. @public */
export interface FleetItemsOptions {
  /** Worst first unless said otherwise. */
  sort?: FleetSort;
  /**
   * At most 100.
   *
   * @defaultValue 50
   */
  pageSize?: number;
  /** `nextCursor` of the page before. */
  cursor?: string;
}

/** A page of items, live. @public */
export interface FleetItems<Details = unknown> extends FleetPage {
  /** In the order in which they were when they were shown. */
  items: ServedItem<Details>[];
  /** Of what matches apart from the status that was asked for. */
  counts?: StatusCounts;
  /** The clusters concerned. */
  sources: SourceInfo[];
}

/**
 * Items that match a filter. They change where they are; new ones are counted
 * and shown when asked for, so that nothing jumps.
 *
 * @public
 */
export function useFleetItems<Details = unknown>(
  filter: FleetFilter,
  options: FleetItemsOptions = {},
): FleetItems<Details> {
  const api = useFleetApi();
  const { pageSize = 50, sort, cursor } = options;
  const { rows, page, ...rest } = useFleetPage<ServedItems, ServedItem>({
    key: JSON.stringify([filter, sort, pageSize, cursor]),
    subscription: { kind: 'items', filter },
    cursor,
    load: signal =>
      api.listItems({ filter, sort, limit: pageSize, cursor }, { signal }),
    rowsOf: ({ items }) => items,
    // They are counted by their status.
    isAlike: (before, after) => before.status === after.status,
  });

  return {
    // The caller knows what its domain serves.
    items: rows as ServedItem<Details>[],
    counts: page?.counts,
    sources: page?.sources ?? [],
    ...rest,
  };
}
