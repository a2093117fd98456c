import { formatRoot, isComplete } from '@slipway/backstage-plugin-fleet-common';
import { REQUESTS } from '../resourceIds';
import { CertificateView } from '../subject/CertificateView';
import { condition } from '../subject/conditions';
import { conditionWords } from '../subject/conditionWords';
import { MINUTE } from '../subject/durations';
import { findController } from '../subject/findController';
import { graceOf } from '../subject/graceOf';
import { millis } from '../subject/millis';
import { newestOf } from '../subject/newestOf';
import { isoOf } from '../subject/isoOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';

/** Nobody works on a certificate that is due. */
export function controllerNotRunning(view: CertificateView): Cause | undefined {
  const sign = hasNoStatus(view) ?? isLeftAlone(view) ?? isBehind(view);
  if (!sign) {
    return undefined;
  }
  const { certificate, read, source, ref } = view;
  const since = isoOf(sign.since);
  const controller = findController(read, source);
  const deployment = controller
    ? refOf(ref.cluster, controller.row)
    : {
        scope: ref.cluster,
        kind: 'Deployment',
        namespace: 'cert-manager',
        name: 'cert-manager',
      };
  const found = { code: 'certificate.controller.not-running' as const, since };
  const root = formatRoot(deployment);
  if (!controller || controller.slice.available > 0) {
    const evidence = refOf(ref.cluster, certificate.row);
    return { ...found, evidence, says: sign.says, root };
  }
  const { conditions, replicas } = controller.slice;
  const available = condition(conditions, 'Available');
  return {
    ...found,
    evidence: deployment,
    says:
      available && available.status !== 'True'
        ? conditionWords(available)
        : `spec.replicas: ${replicas}, status.availableReplicas: 0`,
    root,
  };
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
