import { formatRoot, isComplete } from '@slipway/backstage-plugin-fleet-common';
import { eventSliceOf } from '@slipway/backstage-plugin-fleet-node/engine';
import { CHALLENGES } from '../resourceIds';
import { Authorization, OrderSlice, Solver } from '../slices';
import { CertificateView } from '../subject/CertificateView';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { Cause } from './Cause';

/** No solver of the issuer fits a name, so the order waits without challenges. */
export function noSolver(view: CertificateView): Cause | undefined {
  const { issuer, walk, ref } = view;
  const { order, challenges } = walk;
  const state = order?.slice.state ?? 'pending';
  if (!order || state !== 'pending' || challenges.length > 0) {
    return undefined;
  }
  const said = solverEvent(view, order);
  const unfit = said ? undefined : nameWithoutSolver(view, order);
  if (!said && unfit === undefined) {
    return undefined;
  }
  return {
    code: 'certificate.acme.no-solver',
    evidence: refOf(ref.cluster, order.row),
    says: said?.message ?? `state: ${state}, no Challenge for ${unfit}`,
    root: formatRoot(issuer.ref),
    since: said?.firstSeen ?? order.row.createdAt,
  };
}

function solverEvent(
  { read, source }: CertificateView,
  order: Seen<OrderSlice>,
) {
  return read
    .events(source, order.row)
    .map(eventSliceOf)
    .find(event => event?.reason === 'Solver');
}

function nameWithoutSolver(
  view: CertificateView,
  order: Seen<OrderSlice>,
): string | undefined {
  const { issuer, read, source, ref } = view;
  const isKnown =
    issuer.found?.slice.type === 'acme' &&
    isComplete(read.coverage(source, CHALLENGES, ref.namespace));
  return isKnown
    ? order.slice.authorizations
        .filter(({ initialState }) => initialState !== 'valid')
        .map(authorization => ({
          name: authorization.wildcard
            ? `*.${authorization.name.replace(/^\*\./, '')}`
            : authorization.name,
          authorization,
        }))
        .find(
          ({ name, authorization }) =>
            !issuer.found?.slice.solvers.some(solver =>
              fits(solver, { name, authorization, labels: order.row.labels }),
            ),
        )?.name
    : undefined;
}

function fits(
  { type, selector }: Solver,
  asked: {
    name: string;
    authorization: Authorization;
    labels: Readonly<Record<string, string>>;
  },
): boolean {
  const { name, authorization, labels } = asked;
  const offered = authorization.types;
  const isOffered =
    (type === 'dns01' &&
      (offered.length === 0 || offered.includes('dns-01'))) ||
    (type === 'http01' &&
      !authorization.wildcard &&
      (offered.length === 0 || offered.includes('http-01')));
  if (!isOffered || !selector) {
    return isOffered;
  }
  const { dnsNames, dnsZones, matchLabels } = selector;
  const bare = name.replace(/^\*\./, '');
  return (
    (dnsNames.length === 0 || dnsNames.includes(name)) &&
    (dnsZones.length === 0 ||
      dnsZones.some(zone => bare === zone || bare.endsWith(`.${zone}`))) &&
    Object.entries(matchLabels).every(([key, value]) => labels[key] === value)
  );
}
