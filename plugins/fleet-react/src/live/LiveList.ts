/**
 * A list under a reader's eyes: rows change where they are, and what would move
 * them waits until the reader asks for it.
 */
export interface LiveList<Row extends { id: string }> {
  /** Ids in the order in which they are shown. */
  shown: readonly string[];
  /** Ids in the order in which they would be. */
  latest: readonly string[];
  rows: ReadonlyMap<string, Row>;
  /** Ids shown that do not belong to it any more. */
  gone: ReadonlySet<string>;
}
