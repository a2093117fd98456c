import { isObject } from './isObject';

/** A field of what may not be an object. */
export function fieldOf(value: unknown, key: string): unknown {
  return isObject(value) ? value[key] : undefined;
}
