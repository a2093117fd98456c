import { RegisteredView } from '../subject/RegisteredView';
import { Cause } from './Cause';
import { nameCollision } from './nameCollision';

/** A registered cluster has the name of another one. */
export function registeredCollision({
  around,
  secrets,
}: RegisteredView): Cause | undefined {
  return nameCollision(around, secrets);
}
