import {
  clusterSourceId,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node/engine';
import { addressOf } from './addressOf';
import { isMagnums } from './isMagnums';
import { Moments } from './Moments';
import { RegisteredView } from './RegisteredView';
import { secretsOfRegistered } from './secretsOfRegistered';
import { serverKey } from './serverKey';
import { isInCluster } from './isInCluster';
import { Surroundings } from './Surroundings';

/**
 * A registered cluster as the rules see it; none when there is no such cluster,
 * or when it is one of Magnum.
 */
export function viewRegistered(options: {
  ref: ItemRef;
  read: Reader;
  moments: Moments;
}): RegisteredView | undefined {
  const { ref, read, moments } = options;
  if (ref.cluster !== ref.name || ref.namespace !== '') {
    return undefined;
  }
  const around = Surroundings.of(read);
  const fleet = around.clusters.find(
    ({ id }) => id === clusterSourceId(ref.name),
  );
  if (fleet) {
    const { name } = fleet;
    const server = addressOf(around, fleet);
    const secrets = secretsOfRegistered(around, fleet);
    const isOne = isMagnums(around, { name, server });
    return isOne ? undefined : { ref, moments, around, name, fleet, secrets };
  }
  const secrets = around
    .secretsNamed(ref.name)
    .filter(({ slice }) => isUnwatched(around, slice));
  const [first] = secrets;
  return first && { ref, moments, around, name: first.slice.name, secrets };
}

function isUnwatched(
  around: Surroundings,
  secret: { name: string; server: string },
): boolean {
  const { server } = secret;
  return (
    !isInCluster(server) &&
    !isMagnums(around, secret) &&
    !around.clusters.some(known => {
      const address = addressOf(around, known);
      return address && serverKey(address) === serverKey(server);
    })
  );
}
