import { ConflictError } from '@backstage/errors';
import {
  ANNOTATION_ZONE,
  Environment,
} from '@slipway/backstage-plugin-fleet-common';
import { Hub, KubernetesObject } from '../hubs';

/** A cluster as its hub knows it. */
export interface HubCluster {
  name: string;
  zone: string | undefined;
  labels: Record<string, string>;
}

interface ClusterSecret extends KubernetesObject {
  data?: Record<string, string>;
}

const CLUSTER_SECRETS = 'argocd.argoproj.io/secret-type=cluster';

/** The clusters that are registered at a hub. */
export async function listClusters(hub: Hub): Promise<HubCluster[]> {
  const secrets = await hub.list<ClusterSecret>(
    { apiVersion: 'v1', kind: 'Secret' },
    CLUSTER_SECRETS,
  );
  return secrets.map(({ data, metadata }) => ({
    name: Buffer.from(data?.name ?? '', 'base64').toString(),
    zone: metadata.annotations?.[ANNOTATION_ZONE],
    labels: metadata.labels ?? {},
  }));
}

/** The one cluster of an environment, or `undefined`: no cluster yet. */
export function findCluster(
  environment: Environment,
  clusters: HubCluster[],
): HubCluster | undefined {
  const matches = clusters.filter(({ labels }) =>
    isSelected(environment, labels),
  );
  if (matches.length > 1) {
    throw new ConflictError(
      `The selector of the environment ${
        environment.name
      } must match one cluster, but matches ${matches
        .map(({ name }) => name)
        .join(', ')}`,
    );
  }
  return matches[0];
}

/** Whether an environment takes a cluster whose Secret has these labels. */
export function isSelected(
  { clusterSelector }: Environment,
  labels: Record<string, string>,
): boolean {
  return Object.entries(clusterSelector).every(
    ([key, value]) => labels[key] === value,
  );
}
