import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  ResourceEntity,
} from '@backstage/catalog-model';
import {
  ANNOTATION_CLOUD,
  ANNOTATION_CLUSTER,
  ANNOTATION_MAGNUM_CLUSTER,
} from '@slipway/backstage-plugin-fleet-common';
import { CloudCluster } from '../inventory';

export interface ToClusterEntityOptions {
  /** Unique among Resources; the fleet's name of the cluster as well. */
  name: string;
  /** Entity reference of who owns clusters without marks. */
  owner: string;
  /** Of the provider. */
  location: string;
  /** Where the app is. */
  appUrl: string;
}

/** The Resource of a cluster. Changes only when what it says changes. */
export function toClusterEntity(
  { cloud, cluster, marks }: CloudCluster,
  options: ToClusterEntityOptions,
): ResourceEntity {
  const { appUrl, location, name, owner } = options;
  const { api_address: server, coe_version: version } = cluster;
  return {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Resource',
    metadata: {
      name,
      title: cluster.name,
      description: version
        ? `Kubernetes ${version} in the cloud ${cloud}`
        : `Kubernetes in the cloud ${cloud}`,
      annotations: {
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
        [ANNOTATION_CLUSTER]: name,
        [ANNOTATION_CLOUD]: cloud,
        [ANNOTATION_MAGNUM_CLUSTER]: cluster.uuid,
      },
      links: [
        {
          url: `${appUrl}/clusters/detail/${cloud}/${cluster.uuid}`,
          title: 'Status and node groups',
          icon: 'dashboard',
        },
        ...(server ? [{ url: server, title: 'Kubernetes API' }] : []),
      ],
    },
    spec: {
      type: 'kubernetes-cluster',
      owner: marks ? `group:default/${marks.owner}` : owner,
    },
  };
}
