import { Json } from '../../client/types';
import { isJsonObject } from '../schema/isJsonObject';

/** A value as Go prints it in error messages: `map[name:web ports:[80]]`. */
export function inGo(value: Json | undefined): string {
  if (Array.isArray(value)) {
    return `[${value.map(inGo).join(' ')}]`;
  }
  if (isJsonObject(value)) {
    const entries = Object.keys(value).sort();
    return `map[${entries.map(key => `${key}:${inGo(value[key])}`).join(' ')}]`;
  }
  return value === null || value === undefined ? '<nil>' : String(value);
}
