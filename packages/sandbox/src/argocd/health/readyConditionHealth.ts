import { Condition, KubernetesObject } from '../../client';
import { HealthCheck } from './types';

/** The check for cert-manager's kinds, which all have a Ready condition. */
export function readyConditionHealth(waiting: string): HealthCheck {
  return (object: KubernetesObject) => {
    const { conditions = [] } = (object.status ?? {}) as {
      conditions?: Condition[];
    };
    const issuing = conditions.find(
      ({ type, status }) => type === 'Issuing' && status === 'True',
    );
    if (issuing) {
      return { status: 'Progressing', message: issuing.message };
    }
    const ready = conditions.find(
      ({ type, status }) => type === 'Ready' && status !== 'Unknown',
    );
    if (!ready) {
      return { status: 'Progressing', message: waiting };
    }
    return {
      status: ready.status === 'True' ? 'Healthy' : 'Degraded',
      message: ready.message,
    };
  };
}
