import { FieldPath } from './FieldSet';

/** `.spec.template.spec.containers[name="web"].image` */
export function describePath(path: FieldPath): string {
  return path.map(describeStep).join('');
}

function describeStep(step: string): string {
  const content = step.slice(2);
  switch (step[0]) {
    case 'f':
      return `.${content}`;
    case 'k': {
      const keys = Object.entries(JSON.parse(content));
      const shown = keys.map(
        ([key, value]) => `${key}=${JSON.stringify(value)}`,
      );
      return `[${shown.join(',')}]`;
    }
    case 'v':
      return `[=${content}]`;
    default:
      return `[${content}]`;
  }
}
