import { resources, timestamp } from '../../client';
import { CertManager } from '../CertManager';
import { findCondition, withCondition } from '../conditions';
import { Certificate, CertificateRequest } from '../types';

/** Ends an issuance that failed: the next one waits longer each time. */
export async function failIssuance(
  manager: CertManager,
  certificate: Certificate,
  request: CertificateRequest,
): Promise<void> {
  const { conditions, failureTime } = request.status ?? {};
  const isDenied = findCondition(conditions, 'Denied')?.status === 'True';
  const ready = findCondition(conditions, 'Ready');
  const reason = isDenied ? 'Denied' : 'Failed';
  const message = `The certificate request has failed to complete and will be retried: ${
    ready?.message ?? ''
  }`;
  const { nextPrivateKeySecretName, ...rest } = certificate.status ?? {};
  const status = {
    ...rest,
    conditions: withCondition(
      certificate.status?.conditions,
      {
        type: 'Issuing',
        status: 'False',
        reason,
        message,
        observedGeneration: certificate.metadata.generation,
      },
      manager.now(),
    ),
    lastFailureTime: failureTime ?? timestamp(manager.now()),
    failedIssuanceAttempts:
      (certificate.status?.failedIssuanceAttempts ?? 0) + 1,
  };
  const written = { ...certificate, status };
  await manager.client.update(resources.certificates, written, 'status');
  manager.events.record(certificate, { type: 'Warning', reason, message });
  if (nextPrivateKeySecretName) {
    await manager.client.delete(resources.secrets, nextPrivateKeySecretName, {
      namespace: certificate.metadata.namespace,
    });
  }
}
