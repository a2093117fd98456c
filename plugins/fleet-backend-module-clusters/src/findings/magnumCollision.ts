import { MagnumView } from '../subject/MagnumView';
import { Cause } from './Cause';
import { nameCollision } from './nameCollision';

/** A finished cluster is registered under a name that another one has as well. */
export function magnumCollision({
  around,
  cluster,
  phase,
}: MagnumView): Cause | undefined {
  return phase.outcome === 'COMPLETE' && cluster.server
    ? nameCollision(around, around.secretsFor(cluster.server))
    : undefined;
}
