import { LabObject } from './LabObject';

/** Whether a condition has this status, and this reason where one is given. */
export function hasCondition(
  object: LabObject,
  type: string,
  status: string,
  reason?: string,
): boolean {
  return Boolean(
    object.status?.conditions?.some(
      (condition: LabObject) =>
        condition.type === type &&
        condition.status === status &&
        (!reason || condition.reason === reason),
    ),
  );
}
