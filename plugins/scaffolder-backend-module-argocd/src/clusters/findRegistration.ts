import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_MAGNUM_CLUSTER,
  LABEL_OWNER,
} from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterSecret,
  describeSecret,
  listSecrets,
  registrationPlaces,
  RegistrationPlace,
  textIn,
} from './registrations';
import { UnregisterClusterOptions } from './UnregisterClusterOptions';

/** By what a cluster is known at a hub. */
export interface Registration {
  secrets: { place: RegistrationPlace; secret: ClusterSecret }[];
  /** Where Magnum has it; `undefined` when nobody says. */
  cluster: { cloud?: string; id: string } | undefined;
}

/** @throws ConflictError when the registration is another's, or another cluster's */
export async function findRegistration(
  options: UnregisterClusterOptions,
): Promise<Registration> {
  const { cluster, hub, name, owner } = options;
  const { argocd, fleet } = registrationPlaces(hub);
  const secrets: Registration['secrets'] = [];
  for (const place of [argocd, fleet]) {
    for (const secret of await listSecrets(place)) {
      if (textIn(secret, 'name') === name) {
        secrets.push({ place, secret });
      }
    }
  }
  for (const { place, secret } of secrets) {
    const { annotations = {}, labels = {} } = secret.metadata;
    const what = describeSecret(place, secret.metadata.name);
    const theirs = labels[LABEL_OWNER];
    if (theirs && theirs !== owner) {
      throw new ConflictError(
        `The ${what} belongs to ${theirs}, not to ${owner}`,
      );
    }
    const id = annotations[ANNOTATION_MAGNUM_CLUSTER];
    if (id && cluster && id !== cluster.id) {
      throw new ConflictError(
        `The ${what} is that of the cluster ${id}, not of ${cluster.id}`,
      );
    }
  }
  if (secrets.some(({ secret }) => !secret.metadata.labels?.[LABEL_OWNER])) {
    await options.authorizePlatform();
  }
  return { secrets, cluster: cluster ?? clusterOf(secrets) };
}

function clusterOf(secrets: Registration['secrets']): Registration['cluster'] {
  for (const { secret } of secrets) {
    const { annotations = {} } = secret.metadata;
    const id = annotations[ANNOTATION_MAGNUM_CLUSTER];
    if (id) {
      return { id, cloud: annotations[ANNOTATION_CLOUD] };
    }
  }
  return undefined;
}
