import { isQuantityField, sameQuantity } from './quantity';
import { mergeKeyOf } from './mergeKeys';
import { isRecord, JsonRecord } from './isRecord';

export interface MergeThreeWayOptions {
  /** What was applied last time; fields that only it has are removed. */
  original: unknown;
  target: unknown;
  live: unknown;
  /** The field that holds these values. */
  field?: string;
}

/**
 * What the live value would be after applying the target: what the target says,
 * and what the server or others added to it.
 */
export function mergeThreeWay(options: MergeThreeWayOptions): unknown {
  const { original, target, live, field = '' } = options;
  if (isRecord(target) && isRecord(live)) {
    return mergeRecords(
      isRecord(original) ? original : {},
      target,
      live,
      field,
    );
  }
  if (Array.isArray(target) && Array.isArray(live)) {
    return mergeLists(
      Array.isArray(original) ? original : [],
      target,
      live,
      field,
    );
  }
  if (isQuantityField(field) && sameQuantity(target, live)) {
    return live;
  }
  return target;
}

function mergeRecords(
  original: JsonRecord,
  target: JsonRecord,
  live: JsonRecord,
  parent: string,
): JsonRecord {
  const merged: JsonRecord = { ...live };
  for (const [key, value] of Object.entries(target)) {
    if (value === null || value === undefined) {
      delete merged[key];
    } else {
      merged[key] =
        key in live
          ? mergeThreeWay({
              original: original[key],
              target: value,
              live: live[key],
              // Quantities sit below the name of their list: limits, requests.
              field: isQuantityField(parent) ? parent : key,
            })
          : withoutNulls(value);
    }
  }
  for (const key of Object.keys(original)) {
    if (!(key in target)) {
      delete merged[key];
    }
  }
  // An empty value that the server leaves out is no difference.
  for (const [key, value] of Object.entries(merged)) {
    if (!(key in live) && isEmpty(value)) {
      delete merged[key];
    }
  }
  return merged;
}

function mergeLists(
  original: unknown[],
  target: unknown[],
  live: unknown[],
  field: string,
): unknown[] {
  const key = mergeKeyOf(field, [...target, ...live]);
  if (key) {
    return mergeByKey({ original, target, live, key });
  }
  // Lists are replaced as a whole; where nothing else changed this keeps the
  // defaults that the server put into their items.
  return target.length === live.length && target.every(isRecord)
    ? target.map((item, index) =>
        mergeThreeWay({
          original: original.length === target.length ? original[index] : {},
          target: item,
          live: live[index],
        }),
      )
    : target.map(withoutNulls);
}

function mergeByKey(options: {
  original: unknown[];
  target: unknown[];
  live: unknown[];
  key: string;
}): unknown[] {
  const { original, target, live, key } = options;
  const find = (items: unknown[], item: unknown) =>
    items.find(
      other => (other as JsonRecord)[key] === (item as JsonRecord)[key],
    );
  const merged = target.map(item => {
    const current = find(live, item);
    return current
      ? mergeThreeWay({
          original: find(original, item),
          target: item,
          live: current,
        })
      : withoutNulls(item);
  });
  const foreign = live.filter(
    item => !find(target, item) && !find(original, item),
  );
  return [...merged, ...foreign];
}

function isEmpty(value: unknown): boolean {
  return (
    (isRecord(value) && Object.keys(value).length === 0) ||
    (Array.isArray(value) && value.length === 0)
  );
}

function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutNulls);
  }
  if (!isRecord(value)) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== null && inner !== undefined)
      .map(([key, inner]) => [key, withoutNulls(inner)]),
  );
}
