import { controllerReference } from '../../client';
import { Deployment, ReplicaSet } from '../types';
import { podTemplateHash } from './podTemplateHash';
import {
  DESIRED_REPLICAS,
  HASH_LABEL,
  MAX_REPLICAS,
  REVISION,
} from './ReplicaSets';
import { rolloutNumbers } from './rolloutNumbers';

const NOT_COPIED = [
  'kubectl.kubernetes.io/last-applied-configuration',
  REVISION,
  'deployment.kubernetes.io/revision-history',
  DESIRED_REPLICAS,
  MAX_REPLICAS,
  'deprecated.deployment.rollback.to',
];

/** The replica set for a Deployment's template, not yet created. */
export function newReplicaSet(
  deployment: Deployment,
  options: { replicas: number; revision: number },
): ReplicaSet {
  const { name, namespace } = deployment.metadata;
  const { template, selector, minReadySeconds } = deployment.spec;
  const hash = podTemplateHash(template, deployment.status?.collisionCount);
  const labels = { ...template.metadata?.labels, [HASH_LABEL]: hash };
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: {
      name: `${name.slice(0, 252 - hash.length)}-${hash}`,
      namespace,
      labels,
      annotations: {
        ...replicaSetAnnotations(deployment),
        [REVISION]: String(options.revision),
      },
      ownerReferences: [controllerReference(deployment)],
    },
    spec: {
      replicas: options.replicas,
      minReadySeconds,
      selector: {
        ...selector,
        matchLabels: { ...selector.matchLabels, [HASH_LABEL]: hash },
      },
      template: { ...template, metadata: { ...template.metadata, labels } },
    },
  };
}

/** What a replica set takes from its Deployment's annotations and size. */
export function replicaSetAnnotations(
  deployment: Deployment,
): Record<string, string> {
  const copied = Object.entries(deployment.metadata.annotations ?? {}).filter(
    ([key]) => !NOT_COPIED.includes(key),
  );
  return { ...Object.fromEntries(copied), ...sizeAnnotations(deployment) };
}

/** By these a change of size is told from a rollout. */
export function sizeAnnotations(
  deployment: Deployment,
): Record<string, string> {
  const { replicas, maxSurge } = rolloutNumbers(deployment);
  return {
    [DESIRED_REPLICAS]: String(replicas),
    [MAX_REPLICAS]: String(replicas + maxSurge),
  };
}
