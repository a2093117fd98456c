import { Condition, KubernetesObject } from '../../client';
import { Health } from './types';

const DEGRADED = new Set([
  'AbleToScale/FailedGetScale',
  'AbleToScale/FailedUpdateScale',
  'ScalingActive/FailedGetResourceMetric',
  'ScalingActive/FailedGetObjectMetric',
  'ScalingActive/FailedGetPodsMetric',
  'ScalingActive/FailedGetExternalMetric',
  'ScalingActive/FailedComputeMetricsReplicas',
  'ScalingActive/InvalidSelector',
]);

export function hpaHealth(object: KubernetesObject): Health {
  const { conditions = [] } = (object.status ?? {}) as {
    conditions?: Condition[];
  };
  const bad = conditions.find(({ type, reason }) =>
    DEGRADED.has(`${type}/${reason}`),
  );
  const good = conditions.find(
    ({ type, status }) =>
      (type === 'AbleToScale' || type === 'ScalingLimited') &&
      status === 'True',
  );
  if (bad) {
    return { status: 'Degraded', message: bad.message };
  }
  return good
    ? { status: 'Healthy', message: good.message }
    : { status: 'Progressing', message: 'Waiting to Autoscale' };
}
