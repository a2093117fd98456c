import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_MAGNUM_CLUSTER,
  LABEL_OWNER,
} from '@slipway/backstage-plugin-fleet-common';
import { checkLeftBehind, LeftBehind } from './checkLeftBehind';
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
  /** UUID of the deleted cluster that has left a Secret behind, if one has. */
  findDeleted(secret: ClusterSecret): Promise<string | undefined>;
}

/** Which Secret a cluster is registered by, and what is in it now. */
export interface ChosenSecret {
  secret: string;
  existing: ClusterSecret | undefined;
  /** What a deleted cluster left there; it is overwritten. */
  takenOver: LeftBehind | undefined;
  /** What deleted clusters left elsewhere; it is removed. */
  removed: LeftBehind[];
  /** Those of other clusters in the same place. */
  others: ClusterSecret[];
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
  const leftBehind = await findLeftBehind(secrets, wanted);
  for (const left of leftBehind) {
    checkLeftBehind(place, left, wanted.owner);
  }
  const living = secrets.filter(
    secret => !leftBehind.some(left => left.secret === secret),
  );
  const own = living.filter(secret => isOf(secret, wanted));
  const others = living.filter(secret => !own.includes(secret));
  const namesake = others.find(
    secret => textIn(secret, 'name') === wanted.name,
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
    const secret = existing.metadata.name;
    return {
      secret,
      existing,
      takenOver: undefined,
      removed: leftBehind,
      others,
    };
  }
  const takenOver = leftBehind.find(
    left => textIn(left.secret, 'name') === wanted.name,
  );
  const removed = leftBehind.filter(left => left !== takenOver);
  if (takenOver) {
    const secret = takenOver.secret.metadata.name;
    return { secret, existing: undefined, takenOver, removed, others };
  }
  const secret = `cluster-${wanted.name}`;
  const makesRoom = removed.some(left => left.secret.metadata.name === secret);
  if (!makesRoom && (await findSecret(place, secret))) {
    throw new ConflictError(
      `The ${describeSecret(
        place,
        secret,
      )} exists and is something else; a platform engineer has to look at it`,
    );
  }
  return { secret, existing: undefined, takenOver: undefined, removed, others };
}

/** Secrets of deleted clusters that have the name, or the address, of the new one. */
async function findLeftBehind(
  secrets: ClusterSecret[],
  wanted: WantedRegistration,
): Promise<LeftBehind[]> {
  const found: LeftBehind[] = [];
  for (const secret of secrets) {
    const inTheWay =
      textIn(secret, 'name') === wanted.name || isOf(secret, wanted);
    const id = secret.metadata.annotations?.[ANNOTATION_MAGNUM_CLUSTER];
    if (inTheWay && id !== wanted.clusterId) {
      const clusterId = await wanted.findDeleted(secret);
      if (clusterId !== undefined) {
        found.push({ secret, clusterId });
      }
    }
  }
  return found;
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
