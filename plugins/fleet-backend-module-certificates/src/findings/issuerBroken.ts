import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';
import { conditionWords } from '../subject/conditionWords';
import { MINUTE } from '../subject/durations';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { acmeAnswer } from '../texts/acmeAnswer';
import { isServerUnreachable } from '../texts/isServerUnreachable';
import { Cause } from './Cause';
import { copiedText } from './copiedText';

const NOT_FOUND = /^Referenced .*not found/is;
const ACCOUNT_REASON = /^Err(?:Register|Verify|Update)ACMEAccount$/;
const ACCOUNT_KEY =
  /account.{0,20}key|private key|key id|external account binding|\bEAB\b|disableAccountKeyGeneration/i;

/** The issuer cannot sign; what a challenge still says then is old. */
export function issuerBroken(view: CertificateView): Cause | undefined {
  const cause =
    notFound(view) ?? serverUnreachable(view) ?? issuerNotReady(view);
  return cause && { ...cause, root: formatRoot(view.issuer.ref) };
}

function notFound(view: CertificateView): Cause | undefined {
  const { issuer, walk, certificate, ref } = view;
  const { request } = walk;
  const ready = request && condition(request.slice.conditions, 'Ready');
  const saysSo =
    ready?.status !== 'True' && NOT_FOUND.test(ready?.message ?? '');
  if (issuer.state === 'found' || (issuer.state === 'unseen' && !saysSo)) {
    return undefined;
  }
  const { kind, name } = issuer.ref;
  return {
    code: 'certificate.issuer.not-found',
    ...(request && ready && saysSo
      ? {
          evidence: refOf(ref.cluster, request.row),
          says: conditionWords(ready),
          since: ready.lastTransitionTime,
        }
      : {
          evidence: refOf(ref.cluster, certificate.row),
          says: `spec.issuerRef: ${kind} ${name}`,
          since: view.issuing?.lastTransitionTime,
        }),
  };
}

function serverUnreachable(view: CertificateView): Cause | undefined {
  const { issuer, walk, ref } = view;
  const code = 'certificate.acme.server-unreachable';
  const ready = readyOf(view);
  if (
    issuer.found?.slice.type === 'acme' &&
    ready?.status !== 'True' &&
    isServerUnreachable(ready?.message ?? '')
  ) {
    return {
      code,
      evidence: issuer.ref,
      says: ready?.message ?? '',
      since: ready?.lastTransitionTime,
    };
  }
  const { order } = walk;
  const reason = order?.slice.reason ?? '';
  if (order && order.slice.state !== 'valid' && isServerUnreachable(reason)) {
    return {
      code,
      evidence: refOf(ref.cluster, order.row),
      says: reason,
      since: order.slice.failureTime ?? order.row.createdAt,
    };
  }
  const copied = copiedText(view);
  return copied &&
    isOrderFailure(copied.text) &&
    isServerUnreachable(copied.text)
    ? {
        code,
        evidence: copied.evidence,
        says: copied.text,
        since: copied.since,
      }
    : undefined;
}

// Other kinds of issuers also copy transport failures into a request.
function isOrderFailure(text: string): boolean {
  return /\border\b/i.test(text);
}

function issuerNotReady(view: CertificateView): Cause | undefined {
  const { issuer, moments } = view;
  const ready = readyOf(view);
  if (!issuer.found || ready?.status === 'True') {
    return undefined;
  }
  const created = millis(issuer.found.row.createdAt);
  if (!ready && created !== undefined && !moments.hasCome(created + MINUTE)) {
    return undefined;
  }
  const says = ready ? conditionWords(ready) : 'status.conditions: no Ready';
  const isAccount =
    ACCOUNT_REASON.test(ready?.reason ?? '') &&
    (isAcmeError(says) || ACCOUNT_KEY.test(says));
  return {
    code: isAccount
      ? 'certificate.issuer.acme-account'
      : 'certificate.issuer.not-ready',
    evidence: issuer.ref,
    says,
    since: ready?.lastTransitionTime ?? issuer.found.row.createdAt,
  };
}

function isAcmeError(text: string): boolean {
  return acmeAnswer(text)?.problem !== undefined;
}

function readyOf({ issuer }: CertificateView) {
  return issuer.found && condition(issuer.found.slice.conditions, 'Ready');
}
