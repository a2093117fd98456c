const STEP = /\.?(?:[^.[\]\\]|\\.)+|\[[^\]]*\]/g;
const FILTER = /^\?\(@\.([^=!\s]+)\s*==\s*["']?([^"')]*)["']?\)$/;

/**
 * The values at a JSON path of a printer column: fields, indexes, `[*]` and
 * filters on equality, which is what definitions use.
 */
export function jsonPath(value: unknown, path: string): unknown[] {
  const steps = path.match(STEP) ?? [];
  return steps.reduce<unknown[]>(
    (values, step) => values.flatMap(one => follow(one, step)),
    [value],
  );
}

function follow(value: unknown, step: string): unknown[] {
  if (value === undefined || value === null) {
    return [];
  }
  if (!step.startsWith('[')) {
    return field(value, step.replace(/^\./, '').replace(/\\(.)/g, '$1'));
  }
  const inside = step.slice(1, -1);
  if (inside === '*') {
    return Object.values(value);
  }
  const filter = FILTER.exec(inside);
  if (filter) {
    return (Array.isArray(value) ? value : []).filter(entry =>
      jsonPath(entry, filter[1]).some(found => String(found) === filter[2]),
    );
  }
  if (/^-?\d+$/.test(inside)) {
    const entry = Array.isArray(value) ? value.at(Number(inside)) : undefined;
    return entry === undefined ? [] : [entry];
  }
  return field(value, inside.replace(/^['"]|['"]$/g, ''));
}

function field(value: unknown, name: string): unknown[] {
  if (name === '*') {
    return Object.values(value as object);
  }
  const found = (value as Record<string, unknown>)[name];
  return found === undefined ? [] : [found];
}
