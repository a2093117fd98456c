/** What a project has. @public */
export interface MagnumStats {
  /** All but the deleted. */
  clusters: number;
  /** Those of the control planes included. */
  nodes: number;
}
