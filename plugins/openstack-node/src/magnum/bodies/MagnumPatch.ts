/** A step of a JSON Patch, as Magnum takes them. @public */
export interface MagnumPatch {
  /** What to do. */
  op: 'add' | 'replace' | 'remove';
  /** For example `/node_count`. */
  path: string;
  /** Absent when something is removed. */
  value?: unknown;
}
