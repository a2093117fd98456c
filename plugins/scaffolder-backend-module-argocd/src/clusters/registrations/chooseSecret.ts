import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_MAGNUM_CLUSTER,
  LABEL_OWNER,
} from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecret, isSameServer, textIn } from './ClusterSecret';
import {
  describeSecret,
  findSecret,
  listSecrets,
  RegistrationPlace,
} from './RegistrationPlace';

export interface WantedRegistration {
  name: string;
  /** Of its API; `undefined` before there is one. */
  server?: string;
  owner: string;
  /** UUID of the cluster in Magnum; `undefined` before there is one. */
  clusterId?: string;
}

/** Which Secret a cluster is registered by, and what is in it now. */
export interface ChosenSecret {
  secret: string;
  existing: ClusterSecret | undefined;
}

/**
 * Finds the Secret that is there for a cluster, or a free name for one.
 *
 * @throws ConflictError when the name leads elsewhere or belongs to others
 */
export async function chooseSecret(
  place: RegistrationPlace,
  wanted: WantedRegistration,
): Promise<ChosenSecret> {
  const secrets = await listSecrets(place);
  const own = secrets.filter(secret => isOf(secret, wanted));
  const namesake = secrets.find(
    secret => textIn(secret, 'name') === wanted.name && !own.includes(secret),
  );
  if (namesake) {
    throw new ConflictError(
      `The name is taken: the ${describeSecret(
        place,
        namesake.metadata.name,
      )} registers another cluster as ${wanted.name}, at ${textIn(
        namesake,
        'server',
      )}. Unregister that one first, or choose another name`,
    );
  }
  if (own.length > 1) {
    const names = own.map(({ metadata }) => metadata.name).join(', ');
    throw new ConflictError(
      `The hub ${place.hub.name} has several Secrets in ${
        place.hub.namespace
      } for ${wanted.server ?? wanted.name}: ${names}. Delete all but one`,
    );
  }
  if (own.length === 1) {
    const [existing] = own;
    checkOwner(place, existing, wanted.owner);
    return { secret: existing.metadata.name, existing };
  }
  const secret = `cluster-${wanted.name}`;
  if (await findSecret(place, secret)) {
    throw new ConflictError(
      `The ${describeSecret(
        place,
        secret,
      )} exists and is something else; a platform engineer has to look at it`,
    );
  }
  return { secret, existing: undefined };
}

/** It leads to the same server, or was written for the same cluster. */
function isOf(secret: ClusterSecret, wanted: WantedRegistration): boolean {
  const { clusterId, server } = wanted;
  const id = secret.metadata.annotations?.[ANNOTATION_MAGNUM_CLUSTER];
  return (
    (server !== undefined && isSameServer(textIn(secret, 'server'), server)) ||
    (clusterId !== undefined && id === clusterId)
  );
}

function checkOwner(
  place: RegistrationPlace,
  { metadata }: ClusterSecret,
  owner: string,
): void {
  const theirs = metadata.labels?.[LABEL_OWNER];
  if (theirs && theirs !== owner) {
    throw new ConflictError(
      `The ${describeSecret(
        place,
        metadata.name,
      )} belongs to ${theirs}, not to ${owner}`,
    );
  }
}
