/** A step of a JSON Patch, as Magnum takes them. @public */
export interface MagnumPatch {
  op: 'add' | 'replace' | 'remove';
  /** For example `/node_count`. */
  path: string;
  value?: unknown;
}
