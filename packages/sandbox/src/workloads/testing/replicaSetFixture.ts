import { Deployment, ReplicaSet } from '../types';
import { deploymentManifest } from './manifests';

/** A Deployment as the API server keeps it. */
export function deploymentFixture(
  spec: Partial<Deployment['spec']> = {},
): Deployment {
  const deployment = deploymentManifest({ name: 'shop', image: 'new', spec });
  return {
    ...deployment,
    metadata: { ...deployment.metadata, uid: 'deployment', generation: 1 },
    spec: { progressDeadlineSeconds: 600, ...deployment.spec },
  };
}

/** A replica set of it; `image` other than `new` makes it an old one. */
export function replicaSetFixture(options: {
  name: string;
  image?: string;
  replicas: number;
  available?: number;
  annotations?: Record<string, string>;
}): ReplicaSet {
  const { name, image = name, replicas, annotations } = options;
  const { available = replicas } = options;
  const { template, selector } = deploymentManifest({
    name: 'shop',
    image,
  }).spec;
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name, creationTimestamp: name, annotations },
    spec: { replicas, selector, template },
    status: {
      replicas,
      readyReplicas: available,
      availableReplicas: available,
    },
  };
}
