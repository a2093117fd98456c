import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { CHALLENGES, ORDERS, REQUESTS } from '../resourceIds';
import {
  CertificateSlice,
  ChallengeSlice,
  OrderSlice,
  RequestSlice,
} from '../slices';
import { allSeen } from './allSeen';
import { challengesOf } from './challengesOf';
import { Seen } from './Seen';

/** The objects of the issuance that is under way or failed last. */
export interface Walk {
  request?: Seen<RequestSlice>;
  order?: Seen<OrderSlice>;
  challenges: Seen<ChallengeSlice>[];
}

/**
 * From a Certificate to its request, order and challenges. Those of a failed
 * attempt are also found for a while after they went.
 */
export function walk(options: {
  certificate: Seen<CertificateSlice>;
  read: Reader;
  hasFailed: boolean;
}): Walk {
  const { certificate, read, hasFailed } = options;
  const { source } = certificate.row;
  const revision = (certificate.slice.revision ?? 0) + 1;

  const ownedBy = (owner: Row, resource: string): Row[] => {
    if (!owner.uid) {
      return [];
    }
    const rows = read
      .rowsByOwner(source, resource, owner.uid)
      .filter(row => row.namespace === owner.namespace);
    return rows.length > 0 || !hasFailed
      ? rows
      : read.goneRows(source, resource, owner.uid);
  };

  const request = newest(
    allSeen<RequestSlice>(ownedBy(certificate.row, REQUESTS)).filter(
      candidate =>
        candidate.slice.revision === revision &&
        isControlledBy(candidate.row, certificate.row),
    ),
  );
  const order =
    request && newest(allSeen<OrderSlice>(ownedBy(request.row, ORDERS)));
  const challenges = order
    ? challengesOf(ownedBy(order.row, CHALLENGES), read)
    : [];
  return { request, order, challenges };
}

function isControlledBy(row: Row, owner: Row): boolean {
  return row.owners.some(
    ({ uid, controller }) => uid === owner.uid && controller,
  );
}

function newest<Slice>(candidates: Seen<Slice>[]): Seen<Slice> | undefined {
  return candidates.reduce<Seen<Slice> | undefined>(
    (best, candidate) => (best && !isNewer(candidate, best) ? best : candidate),
    undefined,
  );
}

function isNewer(a: Seen<unknown>, b: Seen<unknown>): boolean {
  const [at, other] = [a.row.createdAt ?? '', b.row.createdAt ?? ''];
  return at > other || (at === other && a.row.name > b.row.name);
}
