import { MagnumView } from './MagnumView';

const USUAL_MINUTES = 60;

/** How long, in minutes, the creation of a cluster may take. */
export function createMinutes({
  cluster,
}: Pick<MagnumView, 'cluster'>): number {
  const { createTimeout = 0 } = cluster;
  return createTimeout > 0 ? createTimeout : USUAL_MINUTES;
}
