import { LiveList } from './LiveList';

/** The list in its present order: the reader asked for it. */
export function showLatest<Row extends { id: string }>(
  list: LiveList<Row>,
): LiveList<Row> {
  return { ...list, shown: list.latest, gone: new Set() };
}
