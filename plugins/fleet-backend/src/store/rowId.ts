import { Row } from '@slipway/backstage-plugin-fleet-node';

/**
 * Under what a row is stored. By uid: of an object that was deleted and made
 * again the two may be told of in either order.
 */
export function rowId(row: Row): string {
  const key = row.uid || `${row.namespace}/${row.name}`;
  return [row.source, row.resource, key].join(' ');
}
