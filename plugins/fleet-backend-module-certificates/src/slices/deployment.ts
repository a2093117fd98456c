import {
  Condition,
  conditionsOf,
  KubernetesObject,
  listOf,
  numberOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { Edit, lastEditOf } from './lastEditOf';

const CLUSTER_NAMESPACE = /^--cluster-resource-namespace=([a-z0-9-]+)$/;

/** What is kept of the Deployment of cert-manager's controller. */
export interface DeploymentSlice {
  /** How many it shall have. */
  replicas: number;
  available: number;
  conditions: Condition[];
  /** Where Secrets of ClusterIssuers are, when it is not its own namespace. */
  clusterNamespace?: string;
  edited?: Edit;
}

/** The slice of the controller's Deployment. */
export function projectDeployment(object: KubernetesObject): DeploymentSlice {
  return {
    replicas: numberOf(object, 'spec', 'replicas') ?? 1,
    available: numberOf(object, 'status', 'availableReplicas') ?? 0,
    conditions: conditionsOf(object),
    clusterNamespace: argumentsOf(object)
      .flatMap(argument => CLUSTER_NAMESPACE.exec(argument)?.[1] ?? [])
      .at(-1),
    edited: lastEditOf(object),
  };
}

function argumentsOf(object: KubernetesObject): string[] {
  return listOf(object, 'spec', 'template', 'spec', 'containers')
    .flatMap(container => listOf(container, 'args'))
    .filter((argument): argument is string => typeof argument === 'string');
}
