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

const itemCache = new WeakMap<StoredObject, string>();

/** An object inside a list of a built-in kind: without kind and version of its own. */
export function serializeItem(object: StoredObject): string {
  let text = itemCache.get(object);
  if (text === undefined) {
    const { apiVersion, kind, ...item } = object;
    text = JSON.stringify(item);
    itemCache.set(object, text);
  }
  return text;
}
