import { ItemRef, sourceNameOf } from '@slipway/backstage-plugin-fleet-common';
import { DOMAIN_ID } from '../domainId';

/** The item of a cluster of Magnum. */
export function magnumRef(source: string, uuid: string): ItemRef {
  return {
    domain: DOMAIN_ID,
    cluster: sourceNameOf(source),
    namespace: '',
    name: uuid,
  };
}
