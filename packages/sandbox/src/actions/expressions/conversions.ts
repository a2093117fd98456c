import { Json } from '../../client';

/** Truth as GitHub sees it: `false`, 0, NaN, '' and null are not. */
export function isTruthy(value: Json): boolean {
  return !(
    value === false ||
    value === null ||
    value === '' ||
    value === 0 ||
    Number.isNaN(value)
  );
}

/** How a value is written into a string. */
export function asString(value: Json): string {
  if (value === null) {
    return '';
  }
  if (Array.isArray(value)) {
    return 'Array';
  }
  return typeof value === 'object' ? 'Object' : String(value);
}

function asNumber(value: Json): number {
  if (value === null || value === '') {
    return 0;
  }
  return typeof value === 'object' ? NaN : Number(value);
}

/** Loose equality: text without case, other types by number. */
export function isEqual(left: Json, right: Json): boolean {
  if (typeof left === 'string' && typeof right === 'string') {
    return left.toLowerCase() === right.toLowerCase();
  }
  if (typeof left === 'object' && typeof right === 'object') {
    return left === right;
  }
  return asNumber(left) === asNumber(right);
}

/** Negative, zero or positive; NaN where there is no order. */
export function compare(left: Json, right: Json): number {
  if (typeof left === 'string' && typeof right === 'string') {
    const [a, b] = [left.toLowerCase(), right.toLowerCase()];
    return Number(a > b) - Number(a < b);
  }
  return asNumber(left) - asNumber(right);
}
