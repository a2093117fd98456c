/** How many clusters a project may have. @public */
export interface MagnumQuota {
  /** Absent when nobody set a quota: `hard_limit` is the default then. */
  id?: number;
  project_id: string;
  resource: string;
  hard_limit: number;
  created_at?: string | null;
  updated_at?: string | null;
}
