import {
  FleetItem,
  ItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import * as ids from './resourceIds';
import {
  ApplicationSlice,
  ClusterSecretSlice,
  ClusterSlice,
  NodeGroupSlice,
  sliceOf,
} from './slices';
import { isBuilt } from './subject/isBuilt';
import { magnumRef } from './subject/magnumRef';
import { registeredRef } from './subject/registeredRef';
import { Surroundings } from './subject/Surroundings';

/** Which clusters a change concerns. */
export function affected(change: Row | FleetItem, read: Reader): ItemRef[] {
  return 'ref' in change ? [] : refsOf(change, read);
}

/** Which clusters a source concerns that came, went, answers or no longer does. */
export function affectedBySource(source: SourceInfo, read: Reader): ItemRef[] {
  return [
    ...(source.kind === 'cluster' ? [registeredRef(source.name)] : []),
    ...everything(read),
  ];
}

function refsOf(row: Row, read: Reader): ItemRef[] {
  switch (row.resource) {
    case ids.CLUSTERS:
      return [
        magnumRef(row.source, row.name),
        ...namesakes(row, read),
        ...(hasBuilt(row, read) ? neighbours(row, read) : []),
      ];
    case ids.NODE_GROUPS: {
      const group = sliceOf<NodeGroupSlice>(row);
      const own = group ? [magnumRef(row.source, group.cluster)] : [];
      return isBuilt(group) ? [...own, ...neighbours(row, read)] : own;
    }
    case ids.SECRETS: {
      const name = sliceOf<ClusterSecretSlice>(row)?.name;
      // The first and the last one decide for all whether there is an Argo CD.
      return [...(name ? [registeredRef(name)] : []), ...everything(read)];
    }
    case ids.APPLICATIONS:
      return destinationsOf(row, read);
    default:
      return neighbours(row, read);
  }
}

/** How long a build took is told of all clusters of its cloud. */
function hasBuilt({ source, name }: Row, read: Reader): boolean {
  return read
    .rowsBy(source, ids.NODE_GROUPS, 'cluster', name)
    .some(group => isBuilt(sliceOf<NodeGroupSlice>(group)));
}

function neighbours({ source }: Row, read: Reader): ItemRef[] {
  return read
    .rows(source, ids.CLUSTERS)
    .map(({ name }) => magnumRef(source, name));
}

/** A cluster of Magnum takes the place of the registered one that it is. */
function namesakes(row: Row, read: Reader): ItemRef[] {
  const { name = '', server } = sliceOf<ClusterSlice>(row) ?? {};
  const around = Surroundings.of(read);
  const secrets = [
    ...around.secretsNamed(name),
    ...(server ? around.secretsFor(server) : []),
  ];
  return [
    ...around.clusters.map(source => registeredRef(source.name)),
    ...secrets.map(({ slice }) => registeredRef(slice.name)),
    ...around
      .magnumNamed(name)
      .map(other => magnumRef(other.row.source, other.row.name)),
  ];
}

function destinationsOf(row: Row, read: Reader): ItemRef[] {
  const { name, server } = sliceOf<ApplicationSlice>(row) ?? {};
  const around = Surroundings.of(read);
  const secrets = server ? around.secretsFor(server) : [];
  const names = [
    ...(name ? [name] : []),
    ...secrets.map(({ slice }) => slice.name),
  ];
  const magnum = [
    ...names.flatMap(known => around.magnumNamed(known)),
    ...(server ? around.magnumAt(server) : []),
    ...names
      .flatMap(known => around.secretsNamed(known))
      .flatMap(({ slice }) => around.magnumAt(slice.server)),
  ];
  return [
    ...names.map(registeredRef),
    ...around.clusters.map(source => registeredRef(source.name)),
    ...magnum.map(found => magnumRef(found.row.source, found.row.name)),
  ];
}

function everything(read: Reader): ItemRef[] {
  const around = Surroundings.of(read);
  return [
    ...around.clouds.flatMap(({ id }) =>
      read.rows(id, ids.CLUSTERS).map(({ name }) => magnumRef(id, name)),
    ),
    ...around.clusters.flatMap(cluster => [
      registeredRef(cluster.name),
      ...around
        .secretsOf(cluster)
        .map(({ slice }) => registeredRef(slice.name)),
    ]),
  ];
}
