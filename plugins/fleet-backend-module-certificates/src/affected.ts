import { FleetItem, ItemRef } from '@slipway/backstage-plugin-fleet-common';
import {
  EVENTS,
  eventSliceOf,
  Reader,
  Row,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { DOMAIN_ID } from './domainId';
import * as ids from './resourceIds';
import { certificateOf } from './related/certificateOf';
import { usersOfIssuer } from './related/usersOfIssuer';
import { usersOfSecret } from './related/usersOfSecret';

/** Which certificates a change concerns, those that hang on a CA included. */
export function affected(change: Row | FleetItem, read: Reader): ItemRef[] {
  const rows = 'resource' in change ? certificatesOf(change, read) : [];
  const all = new Map(rows.map(row => [keyOf(row), row]));
  for (const row of all.values()) {
    // A Map is walked to its end, what is added on the way included.
    usersOfSecret(row, read).forEach(signed => all.set(keyOf(signed), signed));
  }
  return [...all.values()].map(({ source, namespace, name }) => ({
    domain: DOMAIN_ID,
    cluster: source.slice(source.indexOf('/') + 1),
    namespace,
    name,
  }));
}

function keyOf({ namespace, name }: Row): string {
  return `${namespace}/${name}`;
}

function certificatesOf(row: Row, read: Reader): Row[] {
  const { source, resource, namespace, name } = row;
  switch (resource) {
    case ids.CERTIFICATES:
      return [row];
    case ids.ISSUERS:
    case ids.CLUSTER_ISSUERS:
      return usersOfIssuer(row, read);
    case ids.SECRETS:
      return usersOfSecret(row, read);
    case ids.DEPLOYMENTS:
      return read.rows(source, ids.CERTIFICATES);
    case ids.API_SERVICES:
      return read
        .rowsBy(source, ids.CHALLENGES, 'webhook', groupOf(name))
        .flatMap(challenge => certificateOf(challenge, read));
    case EVENTS:
      return certificateOfEvent(row, read);
    default:
      return namespace ? certificateOf(row, read) : [];
  }
}

/** `v1alpha1.acme.example.org` is of the group `acme.example.org`. */
function groupOf(name: string): string {
  return name.slice(name.indexOf('.') + 1);
}

const SPEAKING: Record<string, string> = {
  Order: ids.ORDERS,
  Challenge: ids.CHALLENGES,
  Ingress: ids.INGRESSES,
};

function certificateOfEvent(event: Row, read: Reader): Row[] {
  const about = eventSliceOf(event)?.about;
  const resource = SPEAKING[about?.kind ?? ''];
  const row =
    about &&
    resource &&
    read.row(event.source, resource, about.namespace, about.name);
  return row ? certificateOf(row, read) : [];
}
