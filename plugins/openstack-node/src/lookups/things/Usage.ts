/** How much of something is used. @public */
export interface Usage {
  used: number;
  /** Absent: there is no limit. */
  limit?: number;
}
