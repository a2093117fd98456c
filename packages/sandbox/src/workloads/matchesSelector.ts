import { LabelSelector } from './types';

/** Whether labels satisfy a selector; an empty one matches everything. */
export function matchesSelector(
  selector: LabelSelector,
  labels: Record<string, string> = {},
): boolean {
  return (
    Object.entries(selector.matchLabels ?? {}).every(
      ([key, value]) => labels[key] === value,
    ) &&
    (selector.matchExpressions ?? []).every(({ key, operator, values }) => {
      switch (operator) {
        case 'In':
          return values?.includes(labels[key]);
        case 'NotIn':
          return !values?.includes(labels[key]);
        case 'Exists':
          return key in labels;
        default:
          return !(key in labels);
      }
    })
  );
}
