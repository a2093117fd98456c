import {
  Condition,
  KubernetesApiError,
  KubernetesClient,
  resources,
  timestamp,
} from '../../client';
import { findCondition, withCondition } from '../conditions';
import { Certificate } from '../types';

const ATTEMPTS = 5;

/** Has an issuance that failed tried again now, as `cmctl renew` does; nothing where none failed. */
export async function retryIssuance(
  client: KubernetesClient,
  certificate: { name: string; namespace: string },
): Promise<void> {
  const { name, namespace } = certificate;
  for (let attempt = 1; ; attempt++) {
    const current = await client.get<Certificate>(
      resources.certificates,
      name,
      namespace,
    );
    if (!current || !hasFailed(current)) {
      return;
    }
    try {
      await client.update(resources.certificates, triggered(current), 'status');
      return;
    } catch (error) {
      const isConflict =
        error instanceof KubernetesApiError && error.reason === 'Conflict';
      if (!isConflict || attempt === ATTEMPTS) {
        throw error;
      }
    }
  }
}

function hasFailed({ status }: Certificate): boolean {
  return findCondition(status?.conditions, 'Issuing')?.status === 'False';
}

function triggered(certificate: Certificate): Certificate {
  const now = new Date();
  const condition: Condition = {
    type: 'Issuing',
    status: 'True',
    reason: 'ManuallyTriggered',
    message: 'Certificate re-issuance manually triggered',
    lastTransitionTime: timestamp(now),
    observedGeneration: certificate.metadata.generation,
  };
  const conditions = withCondition(
    certificate.status?.conditions,
    condition,
    now,
  );
  return { ...certificate, status: { ...certificate.status, conditions } };
}
