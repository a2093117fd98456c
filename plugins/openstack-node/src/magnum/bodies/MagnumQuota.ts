/** How many clusters a project may have. @public */
export interface MagnumQuota {
  /** Absent when nobody set a quota: `hard_limit` is the default then. */
  id?: number;
  /** Whose. */
  project_id: string;
  /** Always `Cluster`. */
  resource: string;
  /** How many. */
  hard_limit: number;
  /** With a time zone. */
  created_at?: string | null;
  /** With a time zone; `null` until something changed. */
  updated_at?: string | null;
}
