import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { sliceOf } from '../slices';

/** A row together with what this domain keeps of it. */
export interface Seen<Slice> {
  row: Row;
  slice: Slice;
}

/** The row with its slice, `undefined` when the domain kept nothing of it. */
export function seen<Slice>(row: Row | undefined): Seen<Slice> | undefined {
  const slice = row && sliceOf<Slice>(row);
  return row && slice !== undefined ? { row, slice } : undefined;
}

/** The rows of which the domain kept something. */
export function allSeen<Slice>(rows: Row[]): Seen<Slice>[] {
  return rows.flatMap(row => seen<Slice>(row) ?? []);
}
