/**
 * Order of items; by status, worst first, unless the reader chose otherwise.
 *
 * @public
 */
export interface FleetSort {
  /** `status`, `name`, `cluster`, `namespace`, `since`, `until`, `changedAt` or `details.<field>`. */
  field: string;
  /** Of statuses, `asc` is worst first. */
  order: 'asc' | 'desc';
}
