import { ServedItem } from '@slipway/backstage-plugin-fleet-common';
import { useRef } from 'react';

/** A row of the table; the same object while nothing of it changes. */
export interface FleetRow<Details> {
  id: string;
  item: ServedItem<Details>;
  isGone: boolean;
}

/** Rows that keep their identity, so that only changed ones are drawn again. */
export function useRows<Details>(
  items: ServedItem<Details>[],
  gone: ReadonlySet<string>,
): FleetRow<Details>[] {
  const known = useRef(new Map<string, FleetRow<Details>>());
  const rows = items.map(item => {
    const before = known.current.get(item.id);
    const isGone = gone.has(item.id);
    return before?.item === item && before.isGone === isGone
      ? before
      : { id: item.id, item, isGone };
  });
  known.current = new Map(rows.map(row => [row.id, row]));
  return rows;
}
