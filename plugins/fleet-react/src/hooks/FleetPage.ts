/**
 * A page of a list that is live: rows change where they are, new ones are
 * counted and shown when asked for, so that nothing jumps.
 *
 * @public
 */
export interface FleetPage {
  /** Ids of rows shown that do not match any more. */
  gone: ReadonlySet<string>;
  /** How many match, on all pages. */
  total: number;
  /** Of the next page, where there is one. */
  nextCursor?: string;
  /** How many would be shown that are not shown yet. */
  newCount: number;
  /** Shows them, in their present order. */
  showNew: () => void;
  /** Nothing is known yet. */
  isLoading: boolean;
  /** What is shown answers the question before. */
  isStale: boolean;
  /** Why the last request failed; what was known before is still there. */
  error?: Error;
  /** Asks again now. */
  refresh: () => void;
}
