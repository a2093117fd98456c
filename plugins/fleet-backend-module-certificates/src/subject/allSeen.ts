import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { Seen, seen } from './Seen';

/** All rows of which this domain kept something. */
export function allSeen<Slice>(rows: Row[]): Seen<Slice>[] {
  return rows.flatMap(row => seen<Slice>(row) ?? []);
}
