import { LiveList } from './LiveList';

/** The list after its rows were asked for again. */
export function acceptRows<Row extends { id: string }>(
  rows: Row[],
  options: { list?: LiveList<Row>; isAll: boolean },
): LiveList<Row> {
  const { list, isAll } = options;
  const latest = rows.map(row => row.id);
  const found = new Map(rows.map(row => [row.id, row]));
  // Where nothing is shown, nothing can jump.
  if (!list || list.shown.length === 0) {
    return { shown: latest, latest, rows: found, gone: new Set() };
  }
  const missing = list.shown.filter(id => !found.has(id));
  return {
    shown: list.shown,
    latest,
    rows: new Map([
      ...missing.flatMap(id => {
        const row = list.rows.get(id);
        return row ? [[id, row] as const] : [];
      }),
      ...found,
    ]),
    gone: new Set(missing.filter(id => isAll || list.gone.has(id))),
  };
}
