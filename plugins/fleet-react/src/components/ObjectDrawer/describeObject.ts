import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';

/** `Certificate/shop/shop-tls`, and what is in no namespace without one. */
export function describeObject(object: ObjectRef): string {
  return [object.kind, object.namespace, object.name].filter(Boolean).join('/');
}
