/** How much of something is used. @public */
export interface Usage {
  /** Including what is reserved. */
  used: number;
  /** Absent: there is no limit. */
  limit?: number;
}
