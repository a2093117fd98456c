/** What of a cluster people change. */
export interface Shape {
  nodes?: number;
  masters?: number;
  template?: string;
  version?: string;
}
