import { LabelRequirement } from './parseLabelSelector';

/** Whether labels meet every requirement; as in Kubernetes, `!=` and `notin` are true of an absent label. */
export function matchesLabels(
  requirements: LabelRequirement[],
  labels: Record<string, string> = {},
): boolean {
  return requirements.every(({ key, operator, values }) => {
    const present = Object.hasOwn(labels, key);
    switch (operator) {
      case 'exists':
        return present;
      case '!':
        return !present;
      case 'in':
        return present && values.includes(labels[key]);
      case 'notin':
        return !present || !values.includes(labels[key]);
      case '>':
        return present && Number(labels[key]) > Number(values[0]);
      default:
        return present && Number(labels[key]) < Number(values[0]);
    }
  });
}
