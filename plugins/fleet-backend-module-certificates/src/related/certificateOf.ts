import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { CERTIFICATES, CHALLENGES, ORDERS, REQUESTS } from '../resourceIds';
import { OrderSlice, RequestSlice, sliceOf } from '../slices';

const RESOURCE_OF: Record<string, string> = {
  Certificate: CERTIFICATES,
  CertificateRequest: REQUESTS,
  Order: ORDERS,
  Challenge: CHALLENGES,
};

/** The Certificate at the end of an object's owners: one, or none any more. */
export function certificateOf(row: Row, read: Reader): Row[] {
  const { source, namespace } = row;
  if (row.resource === CERTIFICATES) {
    return [row];
  }
  const named = sliceOf<Partial<RequestSlice & OrderSlice>>(row);
  const byName =
    typeof named?.certificateName === 'string'
      ? read.row(source, CERTIFICATES, namespace, named.certificateName)
      : undefined;
  if (byName) {
    return [byName];
  }
  const owner = row.owners.find(({ kind }) => RESOURCE_OF[kind]);
  const parent =
    owner && read.row(source, RESOURCE_OF[owner.kind], namespace, owner.name);
  // Nobody owns what owns it, but owners are data that others wrote.
  return parent && isAbove(parent, row) ? certificateOf(parent, read) : [];
}

const ORDER_OF_RESOURCES = [CERTIFICATES, REQUESTS, ORDERS, CHALLENGES];

function isAbove(parent: Row, row: Row): boolean {
  const below = ORDER_OF_RESOURCES.indexOf(row.resource);
  return below < 0 || ORDER_OF_RESOURCES.indexOf(parent.resource) < below;
}
