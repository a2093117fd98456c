import { SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { ApplicationSlice, ClusterSecretSlice } from '../slices';
import { Seen } from './Seen';
import { serverKey } from './serverKey';
import { Surroundings } from './Surroundings';

/** Names and addresses by which Applications may mean a cluster. */
export interface Destination {
  names: string[];
  servers: string[];
}

/** The Applications that go to a cluster, by hub, namespace and name. */
export function applicationsTo(
  around: Surroundings,
  { names, servers }: Destination,
  hubs?: SourceInfo[],
): Seen<ApplicationSlice>[] {
  const found = [
    ...names.flatMap(name => around.applicationsTo({ name }, hubs)),
    ...servers.flatMap(server => around.applicationsTo({ server }, hubs)),
  ];
  return [...new Map(found.map(seen => [keyOf(seen), seen]))]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, seen]) => seen);
}

/** The hub at which a cluster is, or should be, registered. */
export function hubFor(
  around: Surroundings,
  hubs: SourceInfo[],
  destination: Destination,
): SourceInfo | undefined {
  return (
    hubs.find(hub => applicationsTo(around, destination, [hub]).length > 0) ??
    hubs[0]
  );
}

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

function keyOf({ row }: Seen<unknown>): string {
  return [row.source, row.namespace, row.name].join('/');
}
