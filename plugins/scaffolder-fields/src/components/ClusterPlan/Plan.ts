/** How an order changes what is used of a quota. */
export interface QuotaLine {
  what: string;
  used: number;
  /** Absent: nobody knows what the order takes. */
  after?: number;
  /** Absent: as much as there is. */
  limit?: number;
  isOver: boolean;
}

/** What is ordered, in words. */
export interface Plan {
  facts: (readonly [label: string, text: string])[];
  quota: QuotaLine[];
  /** Quotas that the cloud does not tell. */
  untold: string[];
}
