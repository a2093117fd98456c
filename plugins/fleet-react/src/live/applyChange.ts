import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';
import { LiveList } from './LiveList';

/**
 * The list after a change. What is not known of it, a new row or one of another
 * page, must be asked for.
 */
export function applyChange<Row extends { id: string }>(
  list: LiveList<Row>,
  change: StreamUpdate,
): { list: LiveList<Row>; isKnown: boolean } {
  const rows = new Map(list.rows);
  const gone = new Set(list.gone);
  let isKnown = true;

  // A subscription to rows of one kind brings rows of that kind.
  for (const row of change.upserted as { id: string }[] as Row[]) {
    if (rows.has(row.id)) {
      rows.set(row.id, row);
      isKnown = isKnown && !gone.has(row.id);
      gone.delete(row.id);
    } else {
      isKnown = false;
    }
  }
  for (const id of change.removed) {
    if (rows.has(id)) {
      gone.add(id);
    }
    isKnown = false;
  }
  return { list: { ...list, rows, gone }, isKnown };
}
