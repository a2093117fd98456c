import { fieldOf } from './fieldOf';

/** A text of what may not be an object, or not have it. */
export function textIn(value: unknown, key: string): string | undefined {
  const text = fieldOf(value, key);
  return typeof text === 'string' && text !== '' ? text : undefined;
}
