import { ItemRef } from '@slipway/backstage-plugin-fleet-common';
import { DOMAIN_ID } from '../domainId';
import { placeOf } from './placeOf';

/** The item of a cluster that is not Magnum's. */
export function registeredRef(name: string): ItemRef {
  const place = placeOf(name);
  return { domain: DOMAIN_ID, cluster: place, namespace: '', name: place };
}
