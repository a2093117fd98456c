import { Deployment } from '../types';

/** How far a rollout may go over and under the wanted number of pods. */
export interface RolloutNumbers {
  replicas: number;
  maxSurge: number;
  maxUnavailable: number;
  minAvailable: number;
}

/** The numbers of a Deployment, percentages resolved. */
export function rolloutNumbers(deployment: Deployment): RolloutNumbers {
  const replicas = deployment.spec.replicas ?? 1;
  const { type, rollingUpdate } = deployment.spec.strategy ?? {};
  if (type === 'Recreate' || replicas === 0) {
    return { replicas, maxSurge: 0, maxUnavailable: 0, minAvailable: replicas };
  }
  const maxSurge = resolve(rollingUpdate?.maxSurge ?? '25%', replicas, 'ceil');
  const unavailable = resolve(
    rollingUpdate?.maxUnavailable ?? '25%',
    replicas,
    'floor',
  );
  // Both zero would never move; the API refuses it but percentages can give it.
  const maxUnavailable = Math.min(
    maxSurge === 0 && unavailable === 0 ? 1 : unavailable,
    replicas,
  );
  return {
    replicas,
    maxSurge,
    maxUnavailable,
    minAvailable: replicas - maxUnavailable,
  };
}

function resolve(
  value: number | string,
  total: number,
  round: 'ceil' | 'floor',
): number {
  return typeof value === 'string' && value.endsWith('%')
    ? Math[round]((parseInt(value, 10) * total) / 100)
    : Number(value);
}
