import { Condition } from '@slipway/backstage-plugin-fleet-node/engine';

/** The condition of a type. */
export function condition(
  conditions: Condition[],
  type: string,
): Condition | undefined {
  return conditions.find(candidate => candidate.type === type);
}

/** Whether the condition of a type is True. */
export function isTrue(conditions: Condition[], type: string): boolean {
  return condition(conditions, type)?.status === 'True';
}
