import { isDeepStrictEqual } from 'node:util';
import { Condition, resources } from '../../client';
import { CertManager } from '../CertManager';
import { goTime } from '../goTime';
import { findCondition, isTrue, withCondition } from '../conditions';
import { Certificate, Secret } from '../types';
import { advanceIssuance } from './advanceIssuance';
import { retryTime } from './backOff';
import { inspectSecret, Inspection, Violation } from './inspectSecret';
import { requestMismatches } from './mismatches';
import { ownsSecret } from './ownsSecret';
import { renewalTime } from './renewalTime';
import { requestOf } from './requestOf';
import { withValidity } from './withValidity';

/** Timers of Node cannot be longer than 24 days. */
const LONGEST_TIMER_MS = 12 * 3_600_000;
const FOREIGN_SECRET_MS = 180_000;

/** Brings a Certificate one step further; answers in how many milliseconds to look again. */
export async function reconcileCertificate(
  manager: CertManager,
  certificate: Certificate,
): Promise<number | void> {
  if (certificate.metadata.deletionTimestamp) {
    return undefined;
  }
  const { spec, metadata } = certificate;
  const inspection = inspect(
    manager,
    certificate,
    manager.secrets.get(spec.secretName, metadata.namespace),
  );
  const status = {
    ...withValidity(certificate, inspection.stored),
    conditions: withCondition(
      certificate.status?.conditions,
      readyCondition(manager, certificate, inspection),
      manager.now(),
    ),
  };
  const trigger =
    findTrigger(manager, certificate, inspection) &&
    (await confirmTrigger(manager, certificate));
  if (trigger) {
    status.conditions = withCondition(
      status.conditions,
      issuingCondition(certificate, trigger),
      manager.now(),
    );
  }
  if (!isDeepStrictEqual(status, certificate.status)) {
    // The informer tells of the new status, and that brings us back here.
    const written = { ...certificate, status };
    await manager.client.update(resources.certificates, written, 'status');
    if (trigger) {
      manager.events.record(certificate, {
        type: 'Normal',
        reason: 'Issuing',
        message: trigger.message,
      });
    }
    return undefined;
  }
  if (isTrue(certificate.status?.conditions, 'Issuing')) {
    await advanceIssuance(manager, certificate);
    return undefined;
  }
  return msUntilNextLook(manager, certificate, inspection);
}

/** Ready says nothing about renewals: it stays true until the certificate has expired. */
function readyCondition(
  { now }: CertManager,
  { metadata }: Certificate,
  { violation, stored }: Inspection,
): Condition {
  const common = { type: 'Ready', observedGeneration: metadata.generation };
  if (violation) {
    return { ...common, status: 'False', ...violation };
  }
  if (stored && stored.notAfter <= now()) {
    return {
      ...common,
      status: 'False',
      reason: 'Expired',
      message: `Certificate expired on ${stored.notAfter
        .toUTCString()
        .replace('GMT', 'UTC')}`,
    };
  }
  return {
    ...common,
    status: 'True',
    reason: 'Ready',
    message: 'Certificate is up to date and has not expired',
  };
}

/** Why a certificate is to be issued now; `undefined` when it is not, or not yet. */
function findTrigger(
  manager: CertManager,
  certificate: Certificate,
  { violation, stored }: Inspection,
): Violation | undefined {
  const now = manager.now();
  const isIssuing = isTrue(certificate.status?.conditions, 'Issuing');
  if (isIssuing || !ownsSecret(manager, certificate)) {
    return undefined;
  }
  const renewal = stored && renewalTime(certificate.spec, stored);
  const reason =
    violation ??
    (renewal && renewal <= now
      ? {
          reason: 'Renewing',
          message: `Renewing certificate as renewal was scheduled at ${goTime(
            renewal,
          )}`,
        }
      : undefined);
  return reason && !mustWait(manager, certificate) ? reason : undefined;
}

/** The informer may not know yet of the Secret that was just issued: the server does. */
async function confirmTrigger(
  manager: CertManager,
  certificate: Certificate,
): Promise<Violation | undefined> {
  const secret = await manager.client.get<Secret>(
    resources.secrets,
    certificate.spec.secretName,
    certificate.metadata.namespace,
  );
  return findTrigger(
    manager,
    certificate,
    inspect(manager, certificate, secret),
  );
}

function inspect(
  manager: CertManager,
  certificate: Certificate,
  secret: Secret | undefined,
): Inspection {
  const { revision } = certificate.status ?? {};
  const request = requestOf(manager, certificate, revision);
  return inspectSecret({ certificate, secret, request });
}

/** After a failure, until the back-off is over or the spec asks for something else. */
function mustWait(manager: CertManager, certificate: Certificate): boolean {
  const retry = retryTime(certificate);
  if (!retry || retry <= manager.now()) {
    return false;
  }
  const next = (certificate.status?.revision ?? 0) + 1;
  const failed = requestOf(manager, certificate, next);
  return !failed || requestMismatches(certificate.spec, failed).length === 0;
}

function issuingCondition(
  certificate: Certificate,
  { reason, message }: Violation,
): Condition {
  return {
    type: 'Issuing',
    status: 'True',
    reason,
    message,
    observedGeneration: certificate.metadata.generation,
  };
}

/** Nothing wakes us at the end of the validity: upstream's Ready stays true, too, until something else happens. */
function msUntilNextLook(
  manager: CertManager,
  certificate: Certificate,
  { stored, violation }: Inspection,
): number | undefined {
  if (!ownsSecret(manager, certificate)) {
    return FOREIGN_SECRET_MS;
  }
  const failed = findCondition(certificate.status?.conditions, 'Issuing');
  const times = [
    failed && retryTime(certificate),
    stored && !violation && renewalTime(certificate.spec, stored),
  ];
  const waits = times
    .filter(time => time instanceof Date)
    .map(time => time.getTime() - manager.now().getTime())
    .filter(ms => ms > 0);
  return waits.length ? Math.min(...waits, LONGEST_TIMER_MS) : undefined;
}
