import { ANNOTATION_ZONE } from '@slipway/backstage-plugin-fleet-common';
import {
  KubernetesObject,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';

/** What is kept of a cluster Secret of Argo CD: never how it logs in. */
export interface ClusterSecretSlice {
  /** Of the cluster. */
  name: string;
  /** URL of its API server. */
  server: string;
  shard?: string;
  /** DNS zone of its services. */
  zone?: string;
}

/** The slice of a cluster Secret; none when it names no server. */
export function projectClusterSecret(
  object: KubernetesObject,
): ClusterSecretSlice | undefined {
  const server = decoded(object, 'server');
  const name = decoded(object, 'name') ?? textOf(object, 'metadata', 'name');
  return server && name
    ? {
        name,
        server,
        shard: decoded(object, 'shard'),
        zone: textOf(object, 'metadata', 'annotations', ANNOTATION_ZONE),
      }
    : undefined;
}

function decoded(object: KubernetesObject, key: string): string | undefined {
  const text = textOf(object, 'data', key);
  const plain = text && Buffer.from(text, 'base64').toString('utf8').trim();
  return plain || undefined;
}
