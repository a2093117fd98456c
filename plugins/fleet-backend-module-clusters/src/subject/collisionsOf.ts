import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ClusterSecretSlice } from '../slices';
import { Seen } from './Seen';
import { serverKey } from './serverKey';
import { Surroundings } from './Surroundings';

/** Secrets of one hub that give one name to several addresses. */
export interface Collision {
  hub: SourceInfo;
  name: string;
  /** By namespace and name. */
  secrets: Seen<ClusterSecretSlice>[];
}

/** The collisions that a cluster's Secrets are part of, by hub. */
export function collisionsOf(
  around: Surroundings,
  own: Seen<ClusterSecretSlice>[],
): Collision[] {
  return around.clusters.flatMap(hub => {
    const names = own
      .filter(({ row }) => row.source === hub.id)
      .map(({ slice }) => slice.name);
    return [...new Set(names)].sort().flatMap(name => {
      const secrets = around
        .secretsOf(hub)
        .filter(({ slice }) => slice.name === name);
      const servers = secrets.map(({ slice }) => serverKey(slice.server));
      return new Set(servers).size > 1 ? [{ hub, name, secrets }] : [];
    });
  });
}
