/** What a project has. @public */
export interface MagnumStats {
  clusters: number;
  /** Those of the control planes included. */
  nodes: number;
}
