import { readPath } from './readPath';
import { Cell, TableColumn } from './TableColumn';
import { formatAge } from './formatAge';

export const nameColumn: TableColumn = {
  name: 'Name',
  format: 'name',
  cell: object => object.metadata.name,
};

export const ageColumn: TableColumn = {
  name: 'Age',
  cell: (object, now) => formatAge(object.metadata.creationTimestamp, now),
};

export const createdAtColumn: TableColumn = {
  name: 'Created At',
  type: 'date',
  cell: object => object.metadata.creationTimestamp ?? null,
};

/** A column that shows one field; `fallback` where it is absent. */
export function fieldColumn(
  name: string,
  path: string,
  fallback: Cell = '<none>',
): TableColumn {
  return {
    name,
    type: typeof fallback === 'number' ? 'integer' : typeof fallback,
    cell: object => (readPath(object, path) as Cell | undefined) ?? fallback,
  };
}

/** Only in wide output. */
export function wide(column: TableColumn): TableColumn {
  return { ...column, priority: 1 };
}

/** Labels or a selector as kubectl writes them. */
export function formatLabels(labels: unknown): string {
  const pairs = Object.entries((labels ?? {}) as Record<string, string>);
  return pairs.length > 0
    ? pairs
        .map(([key, value]) => `${key}=${value}`)
        .sort()
        .join(',')
    : '<none>';
}

interface Selector {
  matchLabels?: Record<string, string>;
  matchExpressions?: { key: string; operator: string; values?: string[] }[];
}

/** A LabelSelector as kubectl writes it. */
export function formatSelector(selector: unknown): string {
  const { matchLabels = {}, matchExpressions = [] } = (selector ??
    {}) as Selector;
  const parts = Object.entries(matchLabels)
    .sort(([a], [b]) => a.localeCompare(b))
    .map(([key, value]) => `${key}=${value}`);
  for (const { key, operator, values = [] } of matchExpressions) {
    const listed = `(${[...values].sort().join(',')})`;
    parts.push(
      {
        In: `${key} in ${listed}`,
        NotIn: `${key} notin ${listed}`,
        Exists: key,
        DoesNotExist: `!${key}`,
      }[operator] ?? key,
    );
  }
  return parts.length > 0 ? parts.join(',') : '<none>';
}
