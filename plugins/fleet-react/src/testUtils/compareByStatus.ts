import {
  compareStatuses,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';

/** Worst first, then by id. */
export function compareByStatus(a: ServedItem, b: ServedItem): number {
  return compareStatuses(a.status, b.status) || a.id.localeCompare(b.id);
}
