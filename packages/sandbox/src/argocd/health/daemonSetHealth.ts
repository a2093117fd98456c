import { KubernetesObject } from '../../client';
import { Health } from './types';

interface DaemonSet extends KubernetesObject {
  status?: {
    observedGeneration?: number;
    desiredNumberScheduled?: number;
    updatedNumberScheduled?: number;
    numberAvailable?: number;
  };
}

export function daemonSetHealth(object: KubernetesObject): Health {
  const { metadata, status = {} } = object as DaemonSet;
  const {
    observedGeneration = 0,
    desiredNumberScheduled = 0,
    updatedNumberScheduled = 0,
    numberAvailable = 0,
  } = status;
  if ((metadata.generation ?? 0) > observedGeneration) {
    return {
      status: 'Progressing',
      message:
        'Waiting for rollout to finish: observed daemon set generation less than desired generation',
    };
  }
  const rollout = `Waiting for daemon set "${metadata.name}" rollout to finish`;
  if (updatedNumberScheduled < desiredNumberScheduled) {
    return {
      status: 'Progressing',
      message: `${rollout}: ${updatedNumberScheduled} out of ${desiredNumberScheduled} new pods have been updated...`,
    };
  }
  if (numberAvailable < desiredNumberScheduled) {
    return {
      status: 'Progressing',
      message: `${rollout}: ${numberAvailable} of ${desiredNumberScheduled} updated pods are available...`,
    };
  }
  return { status: 'Healthy' };
}
