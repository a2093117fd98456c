import {
  emptyStatusCounts,
  FleetSort,
  ServedItem,
  Status,
  STATUSES,
  StatusCounts,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from '../access/Access';
import { Cursor, decodeCursor, encodeCursor } from './Cursor';
import { FirstRows } from './FirstRows';
import { ItemGroup } from './ItemGroup';
import { ItemIndex } from './ItemIndex';
import { ItemsFilter } from './ItemsFilter';
import { matchesGroup, MatchesGroupOptions } from './matchesGroup';
import { matchesItem } from './matchesItem';
import { compareSortKeys, SortKey, sortKeyOf } from './SortKey';

/** Which page of which items. */
export interface ItemsQuery {
  filter?: ItemsFilter;
  sort?: FleetSort;
  limit?: number;
  cursor?: string;
}

/** A page as the index knows it. */
export interface ItemsResult {
  items: ServedItem[];
  total: number;
  counts: StatusCounts;
  nextCursor?: string;
  /** Of all that matches, on whichever page. */
  clusters: Set<string>;
}

/** Where a row stands in the order. */
interface Place {
  key: SortKey;
  id: string;
}

interface Row extends Place {
  item: ServedItem;
}

const DEFAULT_SORT: FleetSort = { field: 'status', order: 'asc' };
const DEFAULT_LIMIT = 50;

/** One page, and counts of all that match, in one pass over the groups in sight. */
export function listItems(
  options: {
    index: ItemIndex;
    access: Access;
    query: ItemsQuery;
  } & MatchesGroupOptions,
): ItemsResult {
  const { index, access, query, clusterOwner } = options;
  const { filter = {}, sort = DEFAULT_SORT, limit = DEFAULT_LIMIT } = query;
  const keyOf = sortKeyOf(sort.field);
  const orderName = `${sort.field} ${sort.order}`;
  const after = afterCursor(decodeCursor(query.cursor, orderName));

  const compare = (a: Place, b: Place) =>
    compareSortKeys(a.key, b.key, sort.order) ||
    compareSortKeys(a.id, b.id, 'asc');
  const first = new FirstRows<Row>(limit + 1, compare);
  const inGroup = matchesGroup(filter, { clusterOwner });
  const matches = matchesItem(filter);
  const statuses = new Set<Status>(filter.status ?? STATUSES);
  const counts = emptyStatusCounts();
  const clusters = new Set<string>();

  for (const group of groupsInSight(index, access)) {
    if (!inGroup(group)) {
      continue;
    }
    if (!matches) {
      addCounts(counts, group.counts);
      clusters.add(group.cluster);
    }
    for (const entry of group.entries.values()) {
      if (matches) {
        if (!matches(entry)) {
          continue;
        }
        counts[entry.item.status]++;
        clusters.add(group.cluster);
      }
      if (statuses.has(entry.item.status)) {
        const { item } = entry;
        const row = { key: keyOf(item), id: item.id, item };
        if (!after || compare(row, after) > 0) {
          first.offer(row);
        }
      }
    }
  }

  const rows = first.rows();
  const page = rows.slice(0, limit);
  return {
    items: page.map(row => row.item),
    total: [...statuses].reduce((sum, status) => sum + counts[status], 0),
    counts,
    nextCursor:
      rows.length > limit ? cursorOf(page[limit - 1], orderName) : undefined,
    clusters,
  };
}

function* groupsInSight(index: ItemIndex, access: Access): Iterable<ItemGroup> {
  if (access.extent === 'none') {
    return;
  }
  for (const group of index.groups()) {
    if (access.extent === 'all' || access.sees(group)) {
      yield group;
    }
  }
}

/** Adds the second to the first. */
export function addCounts(sum: StatusCounts, counts: StatusCounts): void {
  for (const status of STATUSES) {
    sum[status] += counts[status];
  }
}

function cursorOf({ key, id }: Place, order: string): string {
  return encodeCursor({ order, key: [key ?? null], id });
}

function afterCursor(cursor: Cursor | undefined): Place | undefined {
  return cursor && { key: cursor.key[0] ?? undefined, id: cursor.id };
}
