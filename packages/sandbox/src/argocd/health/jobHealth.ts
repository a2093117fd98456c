import { Condition, KubernetesObject } from '../../client';
import { Health } from './types';

export function jobHealth(object: KubernetesObject): Health {
  const { conditions = [] } = (object.status ?? {}) as {
    conditions?: Condition[];
  };
  const find = (type: string) =>
    conditions.find(condition => condition.type === type);
  const failed = find('Failed');
  const complete = find('Complete');
  const suspended = find('Suspended');
  if (failed) {
    return { status: 'Degraded', message: failed.message };
  }
  if (suspended?.status === 'True') {
    return { status: 'Suspended' };
  }
  if (complete || suspended) {
    return { status: 'Healthy', message: (complete ?? suspended)!.message };
  }
  return { status: 'Progressing' };
}
