import { StoredObject } from '../types';

const cache = new WeakMap<StoredObject, string>();

/** An object as JSON; stored objects never change, so many watchers share one text. */
export function serializeObject(object: StoredObject): string {
  let text = cache.get(object);
  if (text === undefined) {
    text = JSON.stringify(object);
    cache.set(object, text);
  }
  return text;
}
