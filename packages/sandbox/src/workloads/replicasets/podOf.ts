import { controllerReference } from '../../client';
import { randomSuffix } from '../randomSuffix';
import { Pod, ReplicaSet } from '../types';

/** A new pod of a replica set, not yet created. */
export function podOf(set: ReplicaSet): Pod {
  const { metadata, spec } = set.spec.template;
  // A pod's name must be at most 63 characters long to be its host name too.
  const generateName = `${set.metadata.name.slice(0, 57)}-`;
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      generateName,
      name: `${generateName}${randomSuffix()}`,
      namespace: set.metadata.namespace,
      labels: metadata?.labels,
      annotations: metadata?.annotations,
      ownerReferences: [controllerReference(set)],
    },
    spec,
  };
}
