import { CertificateCause } from '@slipway/backstage-plugin-certificates-common';
import { formatRoot, isComplete } from '@slipway/backstage-plugin-fleet-common';
import { Condition, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { ORDERS } from '../resourceIds';
import { RequestSlice } from '../slices';
import { CertificateView } from '../subject/CertificateView';
import { condition, isTrue } from '../subject/conditions';
import { conditionWords } from '../subject/conditionWords';
import { MINUTE } from '../subject/durations';
import { millis } from '../subject/millis';
import { refOf } from '../subject/refOf';
import { Seen } from '../subject/Seen';
import { Cause } from './Cause';
import { copiedText } from './copiedText';

type Request = Seen<RequestSlice>;

const ORDER_WAS_MADE = /\border (?:resource|is in)\b/i;
const POLICY = /\bpolic(?:y|ies)\b|denied by an approval|was denied/i;
const WRONG_REQUEST = /\bCSR\b|common ?name|certificate signing request/i;

/** The request itself is refused, waits for approval, or cannot be signed. */
export function requestRefused(view: CertificateView): Cause | undefined {
  const { request } = view.walk;
  return request
    ? denied(view, request) ??
        notApproved(view, request) ??
        invalid(view, request)
    : judgeCopiedText(view);
}

function denied(view: CertificateView, request: Request): Cause | undefined {
  const { conditions } = request.slice;
  const ready = condition(conditions, 'Ready');
  const byReady = ready?.reason === 'Denied' ? ready : undefined;
  const words = isTrue(conditions, 'Denied')
    ? condition(conditions, 'Denied')
    : byReady;
  return words && found(view, request, 'certificate.request.denied', words);
}

function notApproved(
  view: CertificateView,
  request: Request,
): Cause | undefined {
  const { row, slice } = request;
  const created = millis(row.createdAt);
  if (
    isTrue(slice.conditions, 'Approved') ||
    created === undefined ||
    !view.moments.hasCome(created + 5 * MINUTE)
  ) {
    return undefined;
  }
  const ready = condition(slice.conditions, 'Ready');
  return {
    ...found(view, request, 'certificate.request.not-approved', ready),
    root: formatRoot(view.issuer.ref),
    since: row.createdAt,
  };
}

function invalid(view: CertificateView, request: Request): Cause | undefined {
  const { row, slice } = request;
  const wrong = condition(slice.conditions, 'InvalidRequest');
  if (wrong?.status === 'True') {
    return found(view, request, 'certificate.request.invalid', wrong);
  }
  const ready = condition(slice.conditions, 'Ready');
  const hasFailed = ready?.status === 'False' && ready.reason === 'Failed';
  return hasFailed && hasNoOrder(view, row, ready.message ?? '')
    ? found(view, request, 'certificate.request.invalid', ready)
    : undefined;
}

/** Whether none was made, which may be known even where Orders are not seen. */
function hasNoOrder(
  { read, walk, issuer }: CertificateView,
  { source, namespace }: Row,
  says: string,
): boolean {
  if (walk.order || ORDER_WAS_MADE.test(says)) {
    return false;
  }
  const type = issuer.found?.slice.type;
  return (
    isComplete(read.coverage(source, ORDERS, namespace)) ||
    (type !== undefined && type !== 'acme') ||
    WRONG_REQUEST.test(says)
  );
}

function found(
  view: CertificateView,
  request: Request,
  code: CertificateCause,
  words?: Condition,
): Cause {
  return {
    code,
    evidence: refOf(view.ref.cluster, request.row),
    says: words
      ? conditionWords(words)
      : 'status.conditions: neither Approved nor Denied',
    since: words?.lastTransitionTime ?? request.row.createdAt,
  };
}

function judgeCopiedText(view: CertificateView): Cause | undefined {
  const copied = copiedText(view);
  if (!copied || ORDER_WAS_MADE.test(copied.text)) {
    return undefined;
  }
  const { text: says, evidence, since } = copied;
  if (POLICY.test(says) || POLICY.test(view.issuing?.reason ?? '')) {
    return { code: 'certificate.request.denied', evidence, says, since };
  }
  return WRONG_REQUEST.test(says)
    ? { code: 'certificate.request.invalid', evidence, says, since }
    : undefined;
}
