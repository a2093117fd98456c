import { Condition, timestamp } from '../client';

/** A condition by its type. */
export function findCondition(
  conditions: Condition[] | undefined,
  type: string,
): Condition | undefined {
  return conditions?.find(condition => condition.type === type);
}

/** Whether a condition is there and true. */
export function isTrue(
  conditions: Condition[] | undefined,
  type: string,
): boolean {
  return findCondition(conditions, type)?.status === 'True';
}

/** The conditions with one set anew; its time changes only when its status does. */
export function withCondition(
  conditions: Condition[] | undefined,
  condition: Condition,
  now: Date,
): Condition[] {
  const before = findCondition(conditions, condition.type);
  const lastTransitionTime =
    before?.status === condition.status && before.lastTransitionTime
      ? before.lastTransitionTime
      : timestamp(now);
  const updated = { ...condition, lastTransitionTime };
  return before
    ? conditions!.map(other => (other === before ? updated : other))
    : [...(conditions ?? []), updated];
}

/** The conditions without one. */
export function withoutCondition(
  conditions: Condition[] | undefined,
  type: string,
): Condition[] {
  return (conditions ?? []).filter(condition => condition.type !== type);
}
