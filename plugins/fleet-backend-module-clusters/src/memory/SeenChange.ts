/** A change of a cluster that was seen while it was watched. */
export interface SeenChange {
  /** ISO time. */
  at: string;
  title: string;
}
