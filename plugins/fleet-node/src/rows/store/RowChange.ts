import { Row } from '../Row';

/** What a row changed in a RowStore. @public */
export interface RowChange {
  /** As the store keeps it, `goneAt` set when the object went. */
  row: Row;
  /** What it replaces. */
  previous?: Row;
}
