import { InputError } from '@backstage/errors';
import { ServedItem, STATUSES } from '@slipway/backstage-plugin-fleet-common';
import { readDetail } from './readDetail';

/** What items are ordered by; items without it come last. */
export type SortKey = string | number | undefined;

const KEYS: Record<string, (item: ServedItem) => SortKey> = {
  status: item => STATUSES.indexOf(item.status),
  name: item => item.ref.name,
  cluster: item => item.ref.cluster,
  namespace: item => item.ref.namespace,
  since: item => item.finding?.since,
  until: item => item.finding?.until,
  changedAt: item => item.changedAt,
};

/** How the key of a sort field is read from an item. */
export function sortKeyOf(field: string): (item: ServedItem) => SortKey {
  if (Object.hasOwn(KEYS, field)) {
    return KEYS[field];
  }
  const detail = /^details\.([A-Za-z][A-Za-z0-9]*)$/.exec(field)?.[1];
  if (!detail) {
    throw new InputError(`Items cannot be sorted by "${field}"`);
  }
  return item => {
    const value = readDetail(item, detail);
    return typeof value === 'boolean' ? Number(value) : value;
  };
}

/** Orders keys: numbers before texts, texts by code unit; absent ones last. */
export function compareSortKeys(
  a: SortKey,
  b: SortKey,
  order: 'asc' | 'desc',
): number {
  if (a === b) {
    return 0;
  }
  if (a === undefined) {
    return 1;
  }
  if (b === undefined) {
    return -1;
  }
  const result = compareDefined(a, b);
  return order === 'asc' ? result : -result;
}

function compareDefined(a: string | number, b: string | number): number {
  if (typeof a !== typeof b) {
    return typeof a === 'number' ? -1 : 1;
  }
  return a < b ? -1 : 1;
}
