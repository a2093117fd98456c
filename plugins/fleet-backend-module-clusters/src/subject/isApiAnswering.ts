import { isApiDown } from './isApiDown';
import { MagnumView } from './MagnumView';

/** Whether the Kubernetes API of a cluster answers, as far as anybody knows. */
export function isApiAnswering({
  cluster,
  fleet,
}: Pick<MagnumView, 'cluster' | 'fleet'>): boolean {
  const { health, healthReasons } = cluster;
  return (
    fleet?.reachable === true ||
    isWell(healthReasons.api) ||
    (healthReasons.api === undefined &&
      !isApiDown(cluster) &&
      (health === 'HEALTHY' || healthReasons.controlplane !== undefined))
  );
}

function isWell(text: string | undefined): boolean {
  return /^ok$/i.test(text ?? '');
}
