import {
  FleetFilter,
  FleetSort,
  ServedItem,
  ServedItems,
  SourceInfo,
  StatusCounts,
} from '@slipway/backstage-plugin-fleet-common';
import { useFleetApi } from '../api';
import { acceptRows } from '../live/acceptRows';
import { applyChange } from '../live/applyChange';
import { LiveList } from '../live/LiveList';
import { newIds } from '../live/newIds';
import { showLatest } from '../live/showLatest';
import { useLiveConnection } from '../live/useLiveConnection';
import { useLiveQuery } from '../live/useLiveQuery';

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
export interface FleetItems<Details = unknown> {
  /** In the order in which they were when they were shown. */
  items: ServedItem<Details>[];
  /** Ids of items shown that do not match any more. */
  gone: ReadonlySet<string>;
  /** How many match, on all pages. */
  total: number;
  /** Of what matches apart from the status that was asked for. */
  counts?: StatusCounts;
  /** The clusters concerned. */
  sources: SourceInfo[];
  /** Of the next page, where there is one. */
  nextCursor?: string;
  /** How many would be shown that are not shown yet. */
  newCount: number;
  /** Shows them, in their present order. */
  showNew: () => void;
  /** Nothing is known yet. */
  isLoading: boolean;
  /** What is shown answers the question before. */
  isStale: boolean;
  /** Why the last request failed; what was known before is still there. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}

interface ItemsState {
  page: ServedItems;
  list: LiveList<ServedItem>;
}

const statusOf = (state: ItemsState, id: string) =>
  state.list.rows.get(id)?.status;

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
  const { state, error, isLoading, isStale, query } = useLiveQuery<
    ServedItems,
    ItemsState
  >({
    key: JSON.stringify([filter, sort, pageSize, cursor]),
    connection: useLiveConnection(),
    subscription: { kind: 'items', filter },
    load: signal =>
      api.listItems({ filter, sort, limit: pageSize, cursor }, { signal }),
    accept: (page, before) => ({
      page,
      list: acceptRows(page.items, {
        list: before?.list,
        isAll: !cursor && !page.nextCursor,
      }),
    }),
    apply: (before, change) => {
      const { list, isKnown } = applyChange(before.list, change);
      const after = { ...before, list };
      const isCountedAlike = change.upserted.every(
        ({ id }) => statusOf(before, id) === statusOf(after, id),
      );
      return { state: after, isKnown: isKnown && isCountedAlike };
    },
  });
  const list = state?.list;

  return {
    // The caller knows what its domain serves.
    items: (list?.shown ?? []).flatMap(
      id => list?.rows.get(id) ?? [],
    ) as ServedItem<Details>[],
    gone: list?.gone ?? new Set(),
    total: state?.page.total ?? 0,
    counts: state?.page.counts,
    sources: state?.page.sources ?? [],
    nextCursor: state?.page.nextCursor,
    newCount: list ? newIds(list).length : 0,
    showNew: () =>
      query.update(before => ({ ...before, list: showLatest(before.list) })),
    isLoading,
    isStale,
    error,
    refresh: query.refresh,
  };
}
