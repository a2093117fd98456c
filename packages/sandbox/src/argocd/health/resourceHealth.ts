import { KubernetesObject } from '../../client';
import { groupOf } from '../clusters/objectKey';
import { HealthCode } from '../types';
import { daemonSetHealth } from './daemonSetHealth';
import { deploymentHealth } from './deploymentHealth';
import { hpaHealth } from './hpaHealth';
import { jobHealth } from './jobHealth';
import { podHealth } from './podHealth';
import { readyConditionHealth } from './readyConditionHealth';
import { statefulSetHealth } from './statefulSetHealth';
import { Health, HealthCheck } from './types';

const CLAIM_PHASES: Record<string, HealthCode> = {
  Lost: 'Degraded',
  Pending: 'Progressing',
  Bound: 'Healthy',
};

const CHECKS: Record<string, HealthCheck> = {
  'apps/Deployment': deploymentHealth,
  'apps/StatefulSet': statefulSetHealth,
  'apps/DaemonSet': daemonSetHealth,
  'batch/Job': jobHealth,
  '/Pod': podHealth,
  'autoscaling/HorizontalPodAutoscaler': hpaHealth,
  'networking.k8s.io/Ingress': object => addressHealth(object),
  '/Service': object =>
    (object.spec as { type?: string })?.type === 'LoadBalancer'
      ? addressHealth(object)
      : { status: 'Healthy' },
  '/PersistentVolumeClaim': object => ({
    status:
      CLAIM_PHASES[(object.status as { phase?: string })?.phase ?? ''] ??
      'Unknown',
  }),
  'cert-manager.io/Certificate': readyConditionHealth(
    'Waiting for certificate',
  ),
  'cert-manager.io/Issuer': readyConditionHealth('Initializing Issuer'),
  'cert-manager.io/ClusterIssuer': readyConditionHealth(
    'Initializing ClusterIssuer',
  ),
};

/** The health of a live object; `undefined` for kinds that have none. */
export function resourceHealth(object: KubernetesObject): Health | undefined {
  if (object.metadata.deletionTimestamp) {
    return { status: 'Progressing', message: 'Pending deletion' };
  }
  return CHECKS[`${groupOf(object)}/${object.kind}`]?.(object);
}

function addressHealth(object: KubernetesObject): Health {
  const status = object.status as
    | { loadBalancer?: { ingress?: unknown[] } }
    | undefined;
  return {
    status: status?.loadBalancer?.ingress?.length ? 'Healthy' : 'Progressing',
  };
}
