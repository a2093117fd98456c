import { fieldOf } from './fieldOf';

/** A number of what may not be an object, or not have it. */
export function numberIn(value: unknown, key: string): number | undefined {
  const number = fieldOf(value, key);
  return typeof number === 'number' ? number : undefined;
}
