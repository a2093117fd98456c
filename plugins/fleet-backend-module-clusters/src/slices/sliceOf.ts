import { Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { DOMAIN_ID } from '../domainId';

/** What this domain keeps of a row; the row's resource says which slice it is. */
export function sliceOf<Slice>(row: Row): Slice | undefined {
  return row.slices[DOMAIN_ID] as Slice | undefined;
}
