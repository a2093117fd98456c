import { Params } from './types';

/** Fills `{{name}}` and `{{metadata.labels.x}}`; what is not known stays as it is. */
export function renderFastTemplate(template: string, params: Params): string {
  if (!template.includes('{{')) {
    return template;
  }
  const flat = flatten(params);
  return template.replace(/\{\{\s*([^{}]+?)\s*\}\}/g, (whole, name) =>
    flat.has(name) ? flat.get(name)! : whole,
  );
}

function flatten(
  value: unknown,
  name = '',
  flat = new Map<string, string>(),
): Map<string, string> {
  if (typeof value !== 'object' || value === null) {
    flat.set(name, String(value ?? ''));
    return flat;
  }
  for (const [key, inner] of Object.entries(value)) {
    const index = Array.isArray(value) ? `[${key}]` : `.${key}`;
    flatten(inner, name ? `${name}${index}` : key, flat);
  }
  // The git generator's own names: {{path}} and {{path[0]}}.
  for (const [key, text] of name ? [] : [...flat]) {
    if (key === 'path.path') {
      flat.set('path', text);
    } else if (key.startsWith('path.segments[')) {
      flat.set(key.replace('path.segments', 'path'), text);
    }
  }
  return flat;
}
