import { KubernetesObject } from '../../client';
import { Health } from './types';

interface StatefulSet extends KubernetesObject {
  spec: { replicas?: number; updateStrategy?: { type?: string } };
  status?: {
    observedGeneration?: number;
    readyReplicas?: number;
    updatedReplicas?: number;
    currentReplicas?: number;
    updateRevision?: string;
    currentRevision?: string;
  };
}

export function statefulSetHealth(object: KubernetesObject): Health {
  const { metadata, spec, status = {} } = object as StatefulSet;
  const { observedGeneration = 0, readyReplicas = 0 } = status;
  if (
    observedGeneration === 0 ||
    (metadata.generation ?? 0) > observedGeneration
  ) {
    return {
      status: 'Progressing',
      message: 'Waiting for statefulset spec update to be observed...',
    };
  }
  if (readyReplicas < (spec.replicas ?? 0)) {
    return {
      status: 'Progressing',
      message: `Waiting for ${
        spec.replicas! - readyReplicas
      } pods to be ready...`,
    };
  }
  if (spec.updateStrategy?.type === 'OnDelete') {
    return {
      status: 'Healthy',
      message: `statefulset has ${readyReplicas} ready pods`,
    };
  }
  return {
    status: 'Healthy',
    message: `partitioned roll out complete: ${
      status.updatedReplicas ?? 0
    } new pods have been updated...`,
  };
}
