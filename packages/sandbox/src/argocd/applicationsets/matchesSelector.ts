import { LabelSelector } from './types';

/** Whether labels match a selector; an empty one matches all. */
export function matchesSelector(
  labels: Record<string, string>,
  { matchLabels = {}, matchExpressions = [] }: LabelSelector,
): boolean {
  return (
    Object.entries(matchLabels).every(
      ([key, value]) => labels[key] === value,
    ) &&
    matchExpressions.every(({ key, operator, values = [] }) => {
      switch (operator) {
        case 'In':
          return key in labels && values.includes(labels[key]);
        case 'NotIn':
          return !values.includes(labels[key]);
        case 'Exists':
          return key in labels;
        case 'DoesNotExist':
          return !(key in labels);
        default:
          throw new Error(
            `"${operator}" is not a valid label selector operator`,
          );
      }
    })
  );
}
