import { LiveList } from './LiveList';

/** Ids that are not shown yet. */
export function newIds(list: LiveList<{ id: string }>): string[] {
  const shown = new Set(list.shown);
  return list.latest.filter(id => !shown.has(id));
}
