import { isDeepStrictEqual } from 'node:util';
import { isControlledBy, resources } from '../../client';
import { CertManager } from '../CertManager';
import { createIfAbsent } from '../createIfAbsent';
import { Certificate } from '../types';
import { desiredCertificates, IngressWithTls } from './desiredCertificates';

/** Makes, updates and removes the Certificates of an annotated Ingress. */
export async function reconcileIngress(
  manager: CertManager,
  ingress: IngressWithTls,
): Promise<void> {
  const desired = desiredCertificates(ingress);
  if (!desired || ingress.metadata.deletionTimestamp) {
    return;
  }
  for (const problem of desired.problems) {
    manager.events.record(ingress, {
      type: 'Warning',
      reason: 'BadConfig',
      message: problem,
    });
  }
  for (const certificate of desired.certificates) {
    await ensure(manager, ingress, certificate);
  }
  const wanted = new Set(desired.certificates.map(c => c.metadata.name));
  const unwanted = manager.certificates
    .list(ingress.metadata.namespace)
    .filter(c => isControlledBy(c, ingress) && !wanted.has(c.metadata.name));
  for (const { metadata } of unwanted) {
    await manager.client.delete(resources.certificates, metadata.name, {
      namespace: metadata.namespace,
    });
    manager.events.record(ingress, {
      type: 'Normal',
      reason: 'DeleteCertificate',
      message: `Successfully deleted unrequired Certificate "${metadata.name}"`,
    });
  }
}

async function ensure(
  manager: CertManager,
  ingress: IngressWithTls,
  certificate: Certificate,
) {
  const { client, events } = manager;
  const { name, namespace } = certificate.metadata;
  const found = manager.certificates.get(name, namespace);
  if (!found) {
    if (await createIfAbsent(client, resources.certificates, certificate)) {
      events.record(ingress, {
        type: 'Normal',
        reason: 'CreateCertificate',
        message: `Successfully created Certificate "${name}"`,
      });
    }
    return;
  }
  const isSame =
    isDeepStrictEqual(found.spec, certificate.spec) &&
    isDeepStrictEqual(found.metadata.labels, certificate.metadata.labels);
  if (isSame || !isControlledBy(found, ingress)) {
    return;
  }
  await client.update(resources.certificates, {
    ...found,
    metadata: { ...found.metadata, labels: certificate.metadata.labels },
    spec: certificate.spec,
  });
  events.record(ingress, {
    type: 'Normal',
    reason: 'UpdateCertificate',
    message: `Successfully updated Certificate "${name}"`,
  });
}
