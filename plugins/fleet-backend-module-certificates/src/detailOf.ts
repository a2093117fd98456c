import { Status } from '@slipway/backstage-plugin-fleet-common';
import { Cause } from './findings/Cause';
import { CertificateView } from './subject/CertificateView';
import { MINUTE } from './subject/durations';
import { isoOf } from './subject/isoOf';
import { formatTime } from './texts/formatTime';
import { retryAfter } from './texts/retryAfter';

/** What the figures of a Certificate add to its cause, as one line. */
export function detailOf(
  view: CertificateView,
  cause: Cause,
  status: Status,
): string | undefined {
  const parts = [expiry(view, status), ...course(view, cause)];
  return parts.filter(part => part !== undefined).join('; ') || undefined;
}

function expiry(view: CertificateView, status: Status) {
  const { certificate, lifetime, moments } = view;
  const { notAfter } = certificate.slice;
  if (notAfter === undefined || status === 'progressing') {
    return undefined;
  }
  const isOver = moments.hasCome(lifetime.notAfter);
  return `${isOver ? 'Expired' : 'Expires'} ${formatTime(notAfter)}`;
}

function course(view: CertificateView, cause: Cause): (string | undefined)[] {
  const { attempts, isIssuing, issuing, usualTime, isWithinUsualTime } = view;
  const retry = retryAfter(cause.says);
  const refused =
    retry && cause.code === 'certificate.acme.rate-limited'
      ? `refused until ${formatTime(retry)}`
      : undefined;
  if (isIssuing) {
    const since = issuing?.lastTransitionTime;
    const usual = `${usualTime / MINUTE} minutes are usual`;
    return [
      refused,
      since && `waits since ${formatTime(since)}`,
      isWithinUsualTime ? usual : undefined,
    ];
  }
  const { left } = attempts;
  const next = isoOf(attempts.next);
  return [
    refused,
    next === undefined ? undefined : `next attempt ${formatTime(next)}`,
    left === undefined || next === undefined
      ? undefined
      : `${left} ${left === 1 ? 'attempt' : 'attempts'} left`,
  ];
}
