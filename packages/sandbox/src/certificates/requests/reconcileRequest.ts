import { Condition, resources, timestamp } from '../../client';
import { CertManager } from '../CertManager';
import { findCondition, isTrue, withCondition } from '../conditions';
import { findIssuer } from '../issuers/findIssuer';
import { CertificateRequest, Issuer } from '../types';
import { followOrder } from './followOrder';
import { signByCa } from './signByCa';
import { signBySelf } from './signBySelf';
import { SigningResult } from './SigningResult';

const APPROVED = 'Certificate request has been approved by cert-manager.io';

/** Approves a CertificateRequest and has it signed by its issuer. */
export async function reconcileRequest(
  manager: CertManager,
  request: CertificateRequest,
): Promise<void> {
  const { conditions } = request.status ?? {};
  const ready = findCondition(conditions, 'Ready');
  const isDone = ready?.status === 'True' || ready?.reason === 'Failed';
  if (request.metadata.deletionTimestamp || isDone) {
    return;
  }
  if (isTrue(conditions, 'Denied')) {
    return;
  }
  if (!isTrue(conditions, 'Approved')) {
    await approve(manager, request);
    return;
  }
  const result = await sign(manager, request);
  await note(manager, request, result);
}

async function approve(manager: CertManager, request: CertificateRequest) {
  const reason = 'cert-manager.io';
  await writeCondition(manager, request, {
    type: 'Approved',
    status: 'True',
    reason,
    message: APPROVED,
  });
  manager.events.record(request, { type: 'Normal', reason, message: APPROVED });
}

async function sign(
  manager: CertManager,
  request: CertificateRequest,
): Promise<SigningResult> {
  const { issuerRef } = request.spec;
  const { kind = 'Issuer', name } = issuerRef;
  const issuer = findIssuer(manager, issuerRef, request.metadata.namespace);
  if (!issuer) {
    const resource = `${kind.toLowerCase()}.cert-manager.io`;
    return {
      outcome: 'pending',
      event: 'IssuerNotFound',
      message: `Referenced "${kind}" not found: ${resource} "${name}" not found`,
    };
  }
  if (!isTrue(issuer.status?.conditions, 'Ready')) {
    return {
      outcome: 'pending',
      event: 'IssuerNotReady',
      message: 'Referenced issuer does not have a Ready status condition',
    };
  }
  return signBy(manager, issuer, request);
}

function signBy(
  manager: CertManager,
  issuer: Issuer,
  request: CertificateRequest,
): Promise<SigningResult> {
  if (issuer.spec.acme) {
    return followOrder(manager, request);
  }
  return issuer.spec.ca
    ? signByCa(manager, issuer, request)
    : signBySelf(manager, request);
}

async function note(
  manager: CertManager,
  request: CertificateRequest,
  result: SigningResult,
) {
  const known = findCondition(request.status?.conditions, 'Ready');
  switch (result.outcome) {
    case 'pending':
      if (known?.message !== result.message) {
        await writeCondition(manager, request, {
          type: 'Ready',
          status: 'False',
          reason: 'Pending',
          message: result.message,
        });
        if (result.event) {
          manager.events.record(request, {
            type: 'Normal',
            reason: result.event,
            message: result.message,
          });
        }
      }
      return;
    case 'failed':
      await writeCondition(
        manager,
        request,
        {
          type: 'Ready',
          status: 'False',
          reason: 'Failed',
          message: result.message,
        },
        { failureTime: timestamp(manager.now()) },
      );
      manager.events.record(request, {
        type: 'Warning',
        reason: result.event,
        message: result.message,
      });
      return;
    default: {
      const message = 'Certificate fetched from issuer successfully';
      await writeCondition(
        manager,
        request,
        { type: 'Ready', status: 'True', reason: 'Issued', message },
        {
          certificate: encode(result.certificatePem),
          ...(result.caPem ? { ca: encode(result.caPem) } : {}),
        },
      );
      manager.events.record(request, {
        type: 'Normal',
        reason: 'CertificateIssued',
        message,
      });
    }
  }
}

async function writeCondition(
  manager: CertManager,
  request: CertificateRequest,
  condition: Condition,
  more: Partial<CertificateRequest['status']> = {},
) {
  const conditions = withCondition(
    request.status?.conditions,
    condition,
    manager.now(),
  );
  const status = { ...request.status, ...more, conditions };
  const written = { ...request, status };
  await manager.client.update(resources.certificateRequests, written, 'status');
}

function encode(pem: string): string {
  return Buffer.from(pem).toString('base64');
}
