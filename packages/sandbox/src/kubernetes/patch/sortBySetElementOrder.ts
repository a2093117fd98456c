import { isDeepStrictEqual } from 'node:util';
import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';

/**
 * Puts the items that `$setElementOrder` names into its order. The others,
 * which only the server has, stay near where they were.
 */
export function sortBySetElementOrder(options: {
  list: Json[];
  original: Json[];
  order: Json | undefined;
  mergeKey: string | undefined;
}): Json[] {
  const { list, original, order, mergeKey } = options;
  if (!Array.isArray(order)) {
    return list;
  }
  const positionIn = (where: Json[], item: Json) =>
    where.findIndex(entry => isSame(entry, item, mergeKey));
  const named = list
    .filter(item => positionIn(order, item) >= 0)
    .sort((a, b) => positionIn(order, a) - positionIn(order, b));
  const others = list.filter(item => positionIn(order, item) < 0);

  const result: Json[] = [];
  while (named.length && others.length) {
    const namedAt = positionIn(original, named[0]);
    const isFirst = namedAt >= 0 && namedAt < positionIn(original, others[0]);
    result.push((isFirst || namedAt < 0 ? named : others).shift()!);
  }
  return [...result, ...named, ...others];
}

function isSame(a: Json, b: Json, mergeKey: string | undefined): boolean {
  if (mergeKey === undefined) {
    return isDeepStrictEqual(a, b);
  }
  return isJsonObject(a) && isJsonObject(b) && a[mergeKey] === b[mergeKey];
}
