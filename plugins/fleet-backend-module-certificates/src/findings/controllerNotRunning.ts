import { isComplete } from '@slipway/backstage-plugin-fleet-common';
import { REQUESTS } from '../resourceIds';
import { CertificateView } from '../subject/CertificateView';
import { MINUTE } from '../subject/durations';
import { graceOf } from '../subject/graceOf';
import { millis } from '../subject/millis';
import { newestOf } from '../subject/newestOf';
import { isoOf } from '../subject/isoOf';
import { blameController } from './blameController';
import { Cause } from './Cause';

/** Nobody works on a certificate that is due. */
export function controllerNotRunning(view: CertificateView): Cause | undefined {
  const sign = hasNoStatus(view) ?? isLeftAlone(view) ?? isBehind(view);
  return sign && blameController(view, { ...sign, since: isoOf(sign.since) });
}

interface Sign {
  says: string;
  /** Milliseconds. */
  since: number;
}

function hasNoStatus({ certificate, moments }: CertificateView) {
  const { row, slice } = certificate;
  const created = millis(row.createdAt);
  return !slice.hasStatus &&
    created !== undefined &&
    moments.hasCome(created + 5 * MINUTE)
    ? { says: 'status: {}', since: created }
    : undefined;
}

function isLeftAlone(view: CertificateView): Sign | undefined {
  const { certificate, isIssuing, walk, read, moments, lifetime } = view;
  const { row, slice } = certificate;
  const requests = read.coverage(row.source, REQUESTS, row.namespace);
  if (
    isIssuing ||
    slice.lastFailureTime !== undefined ||
    !slice.hasStatus ||
    walk.request ||
    !isComplete(requests)
  ) {
    return undefined;
  }
  const quiet = newestOf([
    row.createdAt,
    row.writtenAt,
    ...slice.conditions.map(({ lastTransitionTime }) => lastTransitionTime),
  ]);
  const since = Math.max(quiet ?? -Infinity, lifetime.renewal ?? -Infinity);
  return Number.isFinite(since) && moments.hasCome(since + graceOf(view))
    ? {
        says: slice.renewalTime
          ? `status.renewalTime: ${slice.renewalTime}`
          : view.ready?.message ?? 'No issuance was begun',
        since,
      }
    : undefined;
}

function isBehind(view: CertificateView): Sign | undefined {
  const { certificate, moments } = view;
  const { row, slice } = certificate;
  for (const candidate of slice.conditions) {
    const { type, observedGeneration, lastTransitionTime } = candidate;
    const since = newestOf([row.createdAt, row.writtenAt, lastTransitionTime]);
    if (
      observedGeneration !== undefined &&
      row.generation !== undefined &&
      observedGeneration < row.generation &&
      since !== undefined &&
      moments.hasCome(since + graceOf(view))
    ) {
      return {
        says: `${type}: observedGeneration ${observedGeneration}, metadata.generation ${row.generation}`,
        since,
      };
    }
  }
  return undefined;
}
