import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';
import { acceptRows } from '../live/acceptRows';
import { applyChange } from '../live/applyChange';
import { LiveList } from '../live/LiveList';
import { LiveSubscription } from '../live/LiveSubscription';
import { newIds } from '../live/newIds';
import { showLatest } from '../live/showLatest';
import { useLiveConnection } from '../live/useLiveConnection';
import { useLiveQuery } from '../live/useLiveQuery';
import { FleetPage } from './FleetPage';

interface Answer {
  revision: string;
  total: number;
  nextCursor?: string;
}

interface PageState<Page, Row extends { id: string }> {
  page: Page;
  list: LiveList<Row>;
}

/** How a page of rows is asked for, and read. */
export interface FleetPageQuestion<Page, Row> {
  /** The question is the same while this is. */
  key: string;
  subscription: LiveSubscription;
  /** Of the page asked for, unset for the first. */
  cursor?: string;
  load(signal: AbortSignal): Promise<Page>;
  rowsOf(page: Page): Row[];
  /** Whether what is said of all pages stays true when a row changes so. */
  isAlike(before: Row, after: Row): boolean;
}

/** A page of rows, live, with the answer that brought it. */
export function useFleetPage<Page extends Answer, Row extends { id: string }>(
  question: FleetPageQuestion<Page, Row>,
): FleetPage & { rows: Row[]; page?: Page } {
  const { key, subscription, cursor, load, rowsOf, isAlike } = question;
  const { state, error, isLoading, isStale, query } = useLiveQuery<
    Page,
    PageState<Page, Row>
  >({
    key,
    connection: useLiveConnection(),
    subscription,
    load,
    accept: (page, before) => ({
      page,
      list: acceptRows(rowsOf(page), {
        list: before?.list,
        isAll: !cursor && !page.nextCursor,
      }),
    }),
    apply: (before, change: StreamUpdate) => {
      const { list, isKnown } = applyChange(before.list, change);
      const areAlike = change.upserted.every(({ id }) => {
        const [old, now] = [before.list.rows.get(id), list.rows.get(id)];
        return old && now && isAlike(old, now);
      });
      return { state: { ...before, list }, isKnown: isKnown && areAlike };
    },
  });
  const list = state?.list;

  return {
    page: state?.page,
    rows: (list?.shown ?? []).flatMap(id => list?.rows.get(id) ?? []),
    gone: list?.gone ?? new Set(),
    total: state?.page.total ?? 0,
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
