import { RegisteredView } from '../subject/RegisteredView';
import { Cause } from './Cause';
import { FindingStep } from './FindingStep';
import { notWatched } from './notWatched';
import { registeredCollision } from './registeredCollision';
import { registeredUnreachable } from './registeredUnreachable';

/** The order of CAUSES-clusters.md: the first that holds is the cause. */
const STEPS: FindingStep<RegisteredView>[] = [
  registeredUnreachable,
  notWatched,
  registeredCollision,
];

/** What is wrong with a registered cluster, deepest first. */
export function diagnoseRegistered(view: RegisteredView): Cause[] {
  return STEPS.flatMap(step => step(view) ?? []);
}
