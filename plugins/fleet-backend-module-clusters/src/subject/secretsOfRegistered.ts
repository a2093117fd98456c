import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecretSlice } from '../slices';
import { addressOf } from './addressOf';
import { Seen } from './Seen';
import { serverKey } from './serverKey';
import { isInCluster } from './isInCluster';
import { Surroundings } from './Surroundings';

/** The cluster Secrets that name a cluster of the fleet: by address, or by name. */
export function secretsOfRegistered(
  around: Surroundings,
  fleet: SourceInfo,
): Seen<ClusterSecretSlice>[] {
  const address = addressOf(around, fleet);
  const byAddress = address ? around.secretsFor(address) : [];
  const byName = around
    .secretsNamed(fleet.name)
    .filter(secret => !isOfAnother(around, secret, fleet));
  const itself = around
    .secretsOf(fleet)
    .filter(({ slice }) => isInCluster(slice.server));
  return [
    ...new Map(
      [...byAddress, ...byName, ...itself].map(secret => [
        [secret.row.source, secret.row.namespace, secret.row.name].join('/'),
        secret,
      ]),
    ),
  ]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, secret]) => secret);
}

function isOfAnother(
  around: Surroundings,
  { row, slice }: Seen<ClusterSecretSlice>,
  fleet: SourceInfo,
): boolean {
  if (isInCluster(slice.server)) {
    return row.source !== fleet.id;
  }
  return around.clusters.some(
    ({ id, server }) =>
      id !== fleet.id &&
      server !== undefined &&
      serverKey(server) === serverKey(slice.server),
  );
}
