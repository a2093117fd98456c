import { Condition, KubernetesObject } from '../../client';
import { Health } from './types';

interface Deployment extends KubernetesObject {
  spec: { replicas?: number; paused?: boolean };
  status?: {
    observedGeneration?: number;
    replicas?: number;
    updatedReplicas?: number;
    availableReplicas?: number;
    conditions?: Condition[];
  };
}

export function deploymentHealth(object: KubernetesObject): Health {
  const { metadata, spec, status = {} } = object as Deployment;
  const {
    observedGeneration = 0,
    replicas = 0,
    updatedReplicas = 0,
    availableReplicas = 0,
    conditions = [],
  } = status;
  const progressing = (what: string): Health => ({
    status: 'Progressing',
    message: `Waiting for rollout to finish: ${what}`,
  });
  if (spec.paused) {
    return { status: 'Suspended', message: 'Deployment is paused' };
  }
  if ((metadata.generation ?? 0) > observedGeneration) {
    return progressing(
      'observed deployment generation less than desired generation',
    );
  }
  const progress = conditions.find(({ type }) => type === 'Progressing');
  if (progress?.reason === 'ProgressDeadlineExceeded') {
    return {
      status: 'Degraded',
      message: `Deployment "${metadata.name}" exceeded its progress deadline`,
    };
  }
  if (spec.replicas !== undefined && updatedReplicas < spec.replicas) {
    return progressing(
      `${updatedReplicas} out of ${spec.replicas} new replicas have been updated...`,
    );
  }
  if (replicas > updatedReplicas) {
    return progressing(
      `${replicas - updatedReplicas} old replicas are pending termination...`,
    );
  }
  if (availableReplicas < updatedReplicas) {
    return progressing(
      `${availableReplicas} of ${updatedReplicas} updated replicas are available...`,
    );
  }
  return { status: 'Healthy' };
}
