import { toCoreEvent, toNewerEvent } from '../events/convertEvent';
import { ApiResource, apiVersionOf } from '../registry';
import { StoredObject } from '../types';

/** An object as one version of its kind shows it; only Events differ in more than the version's name. */
export function presentAs(
  object: StoredObject,
  resource: ApiResource,
): StoredObject {
  const apiVersion = apiVersionOf(resource);
  if (object.apiVersion === apiVersion) {
    return object;
  }
  if (resource.storage === 'events') {
    return resource.group ? toNewerEvent(object) : toCoreEvent(object);
  }
  return { ...object, apiVersion };
}

/** The object in the form that its storage keeps. */
export function storedForm(
  object: StoredObject,
  { storage }: ApiResource,
): StoredObject {
  return storage === 'events' ? toCoreEvent(object) : object;
}
