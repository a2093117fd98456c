import { eventSliceOf, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { HTTP_ROUTES, INGRESSES } from '../../resourceIds';
import { ChallengeSlice, SolverRouteSlice } from '../../slices';
import { allSeen } from '../../subject/allSeen';
import { CertificateView } from '../../subject/CertificateView';
import { condition } from '../../subject/conditions';
import { conditionWords } from '../../subject/conditionWords';
import { MINUTE } from '../../subject/durations';
import { millis } from '../../subject/millis';
import { refOf } from '../../subject/refOf';
import { Seen } from '../../subject/Seen';
import { isSolverRefusal } from '../../texts/isSolverRefusal';
import { Cause } from '../Cause';

const code = 'certificate.http01.solver-refused';
const VERDICT = /^(?:Rejected|AddedOrUpdated)/;

/** What should answer the challenge was not accepted. */
export function solverRefused(
  view: CertificateView,
  challenge: Seen<ChallengeSlice>,
): Cause | undefined {
  const { row, slice } = challenge;
  if (slice.type !== 'HTTP-01') {
    return undefined;
  }
  const refusal = rejectedIngress(view, row) ?? unacceptedRoute(view, row);
  if (refusal) {
    return refusal;
  }
  const { reason = '', presented } = slice;
  return !presented && isPending(slice) && isSolverRefusal(reason)
    ? {
        code,
        evidence: refOf(view.ref.cluster, row),
        says: reason,
        since: row.createdAt,
      }
    : undefined;
}

function isPending({ state }: ChallengeSlice): boolean {
  return state === 'pending' || state === 'processing';
}

function rejectedIngress(
  view: CertificateView,
  challenge: Row,
): Cause | undefined {
  for (const row of ownedBy(view, challenge, INGRESSES)) {
    const verdict = view.read
      .events(view.source, row)
      .map(eventSliceOf)
      .find(event => VERDICT.test(event?.reason ?? ''));
    if (verdict?.reason.startsWith('Rejected')) {
      return {
        code,
        evidence: refOf(view.ref.cluster, row),
        says: verdict.message || verdict.reason,
        since: verdict.firstSeen ?? row.createdAt,
      };
    }
  }
  return undefined;
}

function unacceptedRoute(
  view: CertificateView,
  challenge: Row,
): Cause | undefined {
  const routes = allSeen<SolverRouteSlice>(
    ownedBy(view, challenge, HTTP_ROUTES),
  );
  for (const { row, slice } of routes) {
    const verdicts = slice.parents.flatMap(
      conditions => condition(conditions, 'Accepted') ?? [],
    );
    const refusal = verdicts.find(({ status }) => status === 'False');
    const isAccepted = verdicts.some(({ status }) => status === 'True');
    const created = millis(row.createdAt) ?? Infinity;
    const isIgnored =
      verdicts.length === 0 && view.moments.hasCome(created + 5 * MINUTE);
    if (!isAccepted && (refusal || isIgnored)) {
      return {
        code,
        evidence: refOf(view.ref.cluster, row),
        says: refusal
          ? conditionWords(refusal)
          : 'status.parents: no Gateway has accepted it',
        since: refusal?.lastTransitionTime ?? row.createdAt,
      };
    }
  }
  return undefined;
}

function ownedBy(view: CertificateView, owner: Row, resource: string): Row[] {
  return owner.uid
    ? view.read.rowsByOwner(view.source, resource, owner.uid)
    : [];
}
