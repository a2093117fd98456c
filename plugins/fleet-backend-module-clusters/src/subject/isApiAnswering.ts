import { MagnumView } from './MagnumView';

/** Whether the Kubernetes API of a cluster answers, as far as anybody knows. */
export function isApiAnswering({
  cluster,
  fleet,
}: Pick<MagnumView, 'cluster' | 'fleet'>): boolean {
  const { health, healthReasons } = cluster;
  return (
    isWell(healthReasons.api) ||
    isWell(healthReasons.controlplane) ||
    (health === 'HEALTHY' && healthReasons.api === undefined) ||
    fleet?.reachable === true
  );
}

function isWell(text: string | undefined): boolean {
  return /^(ok|ready|true)$/i.test(text ?? '');
}
