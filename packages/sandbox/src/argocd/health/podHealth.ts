import { Condition, KubernetesObject } from '../../client';
import { Health } from './types';

interface ContainerStatus {
  name: string;
  state?: {
    waiting?: { reason?: string; message?: string };
    terminated?: { exitCode: number; message?: string; reason?: string };
  };
}

interface Pod extends KubernetesObject {
  spec: { restartPolicy?: string };
  status?: {
    phase?: string;
    message?: string;
    conditions?: Condition[];
    containerStatuses?: ContainerStatus[];
  };
}

export function podHealth(object: KubernetesObject): Health {
  const { spec, status = {} } = object as Pod;
  const { phase, message, conditions = [], containerStatuses = [] } = status;
  if (spec.restartPolicy === 'Always') {
    const stuck = containerStatuses
      .map(container => container.state?.waiting)
      .filter(waiting => /^Err|Error$|BackOff$/.test(waiting?.reason ?? ''));
    if (stuck.length > 0) {
      return {
        status: 'Degraded',
        message: stuck.map(waiting => waiting!.message ?? '').join(', '),
      };
    }
  }
  switch (phase) {
    case 'Pending':
      return { status: 'Progressing', message };
    case 'Succeeded':
      return { status: 'Healthy', message };
    case 'Failed':
      return { status: 'Degraded', message: message || failureOf(status) };
    case 'Running':
      return spec.restartPolicy === 'Always' &&
        conditions.some(c => c.type === 'Ready' && c.status === 'True')
        ? { status: 'Healthy', message }
        : { status: 'Progressing', message };
    default:
      return { status: 'Unknown', message };
  }
}

function failureOf(status: NonNullable<Pod['status']>): string | undefined {
  const ended = status.containerStatuses?.find(
    container => container.state?.terminated?.exitCode,
  );
  const { message, reason, exitCode } = ended?.state?.terminated ?? {};
  return (
    message ||
    (reason === 'OOMKilled' ? reason : undefined) ||
    (ended && `container "${ended.name}" failed with exit code ${exitCode}`)
  );
}
