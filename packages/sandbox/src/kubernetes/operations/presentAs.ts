import { ApiResource, apiVersionOf } from '../registry';
import { StoredObject } from '../types';

/** An object as one version of its kind shows it; versions differ in nothing but their name here. */
export function presentAs(
  object: StoredObject,
  resource: ApiResource,
): StoredObject {
  const apiVersion = apiVersionOf(resource);
  return object.apiVersion === apiVersion ? object : { ...object, apiVersion };
}
