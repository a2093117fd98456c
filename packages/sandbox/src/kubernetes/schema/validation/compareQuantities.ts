import { Json } from '../../../client/types';
import { quantityInNanos } from '../builtin/canonicalQuantity';

/** Less than, equal to or greater than 0, as with `sort`; 0 when one is no quantity. */
export function compareQuantities(
  a: Json | undefined,
  b: Json | undefined,
): number {
  const [left, right] = [a, b].map(value => quantityInNanos(String(value)));
  if (left === undefined || right === undefined || left === right) {
    return 0;
  }
  return left < right ? -1 : 1;
}
