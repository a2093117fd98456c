import { StoredObject } from '../types';

export type Cell = string | number | boolean | null;

/** One column of a kind's table. */
export interface TableColumn {
  name: string;
  /** @default 'string' */
  type?: string;
  format?: string;
  description?: string;
  /** Above zero: only in wide output. @default 0 */
  priority?: number;
  cell: (object: StoredObject, now: Date) => Cell;
}
