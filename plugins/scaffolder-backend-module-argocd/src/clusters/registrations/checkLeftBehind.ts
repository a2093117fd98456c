import { ConflictError } from '@backstage/errors';
import { LABEL_OWNER } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecret, textIn } from './ClusterSecret';
import { describeSecret, RegistrationPlace } from './RegistrationPlace';

/** A Secret whose cluster was deleted without being unregistered. */
export interface LeftBehind {
  secret: ClusterSecret;
  /** UUID of the deleted cluster. */
  clusterId: string;
}

/** @throws ConflictError when somebody else has to clear it away */
export function checkLeftBehind(
  place: RegistrationPlace,
  { clusterId, secret }: LeftBehind,
  owner: string,
): void {
  const theirs = secret.metadata.labels?.[LABEL_OWNER];
  if (theirs && theirs !== owner) {
    const name = textIn(secret, 'name');
    throw new ConflictError(
      `The ${describeSecret(
        place,
        secret.metadata.name,
      )} belongs to ${theirs}, not to ${owner}. It registers as ${name} the cluster ${clusterId}, which Magnum does not have any more: ${theirs} has to unregister it first, by the template cluster-delete with the id ${clusterId}`,
    );
  }
}
