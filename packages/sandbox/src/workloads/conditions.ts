import { Condition } from '../client';

/**
 * The conditions with one put in. The time of transition stays when the status
 * does; nothing changes at all when status and reason are the same.
 */
export function setCondition(
  conditions: Condition[],
  condition: Condition,
): Condition[] {
  const current = conditions.find(c => c.type === condition.type);
  if (
    current?.status === condition.status &&
    current.reason === condition.reason
  ) {
    return conditions;
  }
  const lastTransitionTime =
    current?.status === condition.status
      ? current.lastTransitionTime
      : condition.lastTransitionTime;
  return [
    ...withoutCondition(conditions, condition.type),
    { ...condition, lastTransitionTime },
  ];
}

/** The conditions without one type. */
export function withoutCondition(
  conditions: Condition[],
  type: string,
): Condition[] {
  return conditions.filter(c => c.type !== type);
}
