import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import {
  ApplicationSlice,
  ClusterSecretSlice,
  ClusterSlice,
  NodeGroupSlice,
  sliceOf,
} from './slices';
import { placeOf } from './subject/placeOf';
import { serverKey } from './subject/serverKey';

/** Look-ups of this domain besides name, owner and label. */
export const indexes = {
  clusters: { clusterName: clusterNames, clusterServer: clusterServers },
  nodeGroups: { cluster: clusterOfNodeGroup },
  secrets: {
    secretName: secretNames,
    secretServer: secretServers,
    secretType: secretTypes,
  },
  applications: {
    destinationName: destinationNames,
    destinationServer: destinationServers,
  },
};

function clusterNames(row: Row): string[] {
  const name = sliceOf<ClusterSlice>(row)?.name;
  return name ? [placeOf(name)] : [];
}

function clusterServers(row: Row): string[] {
  return keysOf(sliceOf<ClusterSlice>(row)?.server);
}

function clusterOfNodeGroup(row: Row): string[] {
  const cluster = sliceOf<NodeGroupSlice>(row)?.cluster;
  return cluster ? [cluster] : [];
}

function secretNames(row: Row): string[] {
  const name = sliceOf<ClusterSecretSlice>(row)?.name;
  return name ? [placeOf(name)] : [];
}

function secretServers(row: Row): string[] {
  return keysOf(sliceOf<ClusterSecretSlice>(row)?.server);
}

/** Finds those of clusters among all Secrets that other domains read. */
function secretTypes(): string[] {
  return ['cluster'];
}

function destinationNames(row: Row): string[] {
  const name = sliceOf<ApplicationSlice>(row)?.name;
  return name ? [name] : [];
}

function destinationServers(row: Row): string[] {
  return keysOf(sliceOf<ApplicationSlice>(row)?.server);
}

function keysOf(server: string | undefined): string[] {
  return server ? [serverKey(server)] : [];
}
