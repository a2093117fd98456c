import { LABEL_SECRET_TYPE } from '@slipway/backstage-plugin-fleet-common';
import { Hub, isNotFound } from '../../hubs';
import { ClusterSecret } from './ClusterSecret';

const FLEET_NAMESPACE = 'slipway-fleet';
const SECRET = { apiVersion: 'v1', kind: 'Secret' };

/** One of the two places on a hub where clusters are registered. */
export interface RegistrationPlace {
  reader: 'argocd' | 'fleet';
  hub: Hub;
  /** Label by which the reader finds its Secrets. */
  label: string;
}

/** The fleet's place and Argo CD's. */
export function registrationPlaces(hub: Hub): {
  argocd: RegistrationPlace;
  fleet: RegistrationPlace;
} {
  return {
    argocd: {
      reader: 'argocd',
      hub,
      label: 'argocd.argoproj.io/secret-type',
    },
    fleet: {
      reader: 'fleet',
      hub: hub.in(FLEET_NAMESPACE),
      label: LABEL_SECRET_TYPE,
    },
  };
}

/** All clusters that are registered there. */
export function listSecrets(
  place: RegistrationPlace,
): Promise<ClusterSecret[]> {
  return place.hub.list<ClusterSecret>(SECRET, `${place.label}=cluster`);
}

/** A Secret of any kind. */
export function findSecret(
  place: RegistrationPlace,
  name: string,
): Promise<ClusterSecret | undefined> {
  return place.hub.find<ClusterSecret>({ ...SECRET, name });
}

/** Deletes a Secret that may be gone meanwhile. */
export async function removeSecret(
  place: RegistrationPlace,
  name: string,
): Promise<void> {
  try {
    await place.hub.delete({ ...SECRET, name });
  } catch (error) {
    if (!isNotFound(error)) {
      throw error;
    }
  }
}

/** How it is named in messages. */
export function describeSecret(
  { hub }: RegistrationPlace,
  name: string,
): string {
  return `Secret ${hub.namespace}/${name} of the hub ${hub.name}`;
}
