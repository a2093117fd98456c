import { randomBytes } from 'node:crypto';
import { controllerReference, resources } from '../../client';
import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { findCondition } from '../conditions';
import { createIfAbsent } from '../createIfAbsent';
import { Certificate, CertificateRequest } from '../types';
import { createSigningRequest } from './createSigningRequest';
import { failIssuance } from './failIssuance';
import { finishIssuance } from './finishIssuance';
import { generatePrivateKey } from './generatePrivateKey';
import { requestMismatches } from './mismatches';
import { requestOf } from './requestOf';

/** The next step of an issuance: a private key, a request, then its result. */
export async function advanceIssuance(
  manager: CertManager,
  certificate: Certificate,
): Promise<void> {
  const { client } = manager;
  const { namespace, name } = certificate.metadata;
  const keyName = certificate.status?.nextPrivateKeySecretName;
  if (!keyName) {
    await nameNextKey(manager, certificate);
    return;
  }
  const key = manager.secrets.get(keyName, namespace)?.data?.['tls.key'];
  if (!key) {
    await createKey(manager, certificate, keyName);
    return;
  }

  const revision = (certificate.status?.revision ?? 0) + 1;
  const request = requestOf(manager, certificate, revision);
  if (!request) {
    await createRequest({ manager, certificate, revision, keyName, key });
  } else if (isObsolete(certificate, request, keyName)) {
    await client.delete(resources.certificateRequests, `${name}-${revision}`, {
      namespace,
    });
  } else {
    await applyResult({ manager, certificate, request, revision, key });
  }
}

async function applyResult(options: {
  manager: CertManager;
  certificate: Certificate;
  request: CertificateRequest;
  revision: number;
  key: string;
}) {
  const { manager, certificate, request } = options;
  const { conditions } = request.status ?? {};
  const ready = findCondition(conditions, 'Ready');
  if (findCondition(conditions, 'Denied')?.status === 'True') {
    await failIssuance(manager, certificate, request);
  } else if (ready?.reason === 'Failed') {
    await failIssuance(manager, certificate, request);
  } else if (ready?.status === 'True') {
    await finishIssuance(options);
  }
}

/** Of another key or spec, or left over from an attempt that failed before this one began. */
function isObsolete(
  certificate: Certificate,
  request: CertificateRequest,
  keyName: string,
): boolean {
  const failedAt = request.status?.failureTime;
  const began = findCondition(certificate.status?.conditions, 'Issuing');
  const noted = request.metadata.annotations ?? {};
  return (
    noted[annotations.privateKeySecretName] !== keyName ||
    requestMismatches(certificate.spec, request).length > 0 ||
    (failedAt !== undefined && failedAt < began!.lastTransitionTime!)
  );
}

async function nameNextKey(manager: CertManager, certificate: Certificate) {
  const { name } = certificate.metadata;
  const nextPrivateKeySecretName = `${name}-${randomBytes(3).toString('hex')}`;
  const status = { ...certificate.status, nextPrivateKeySecretName };
  const written = { ...certificate, status };
  await manager.client.update(resources.certificates, written, 'status');
}

async function createKey(
  manager: CertManager,
  certificate: Certificate,
  keyName: string,
) {
  const { namespace } = certificate.metadata;
  const { privateKey, secretName } = certificate.spec;
  const current = manager.secrets.get(secretName, namespace)?.data?.['tls.key'];
  const isKept = privateKey?.rotationPolicy === 'Never' && current;
  const key = isKept
    ? current
    : Buffer.from(await generatePrivateKey(privateKey)).toString('base64');
  const isNew = await createIfAbsent(manager.client, resources.secrets, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: keyName,
      namespace,
      labels: {
        [annotations.nextPrivateKey]: 'true',
        [annotations.controllerSecret]: 'true',
      },
      ownerReferences: [controllerReference(certificate)],
    },
    type: 'Opaque',
    data: { 'tls.key': key },
  });
  if (isNew) {
    manager.events.record(certificate, {
      type: 'Normal',
      reason: isKept ? 'Reused' : 'Generated',
      message: isKept
        ? `Reusing private key stored in existing Secret resource "${secretName}"`
        : `Stored new private key in temporary Secret resource "${keyName}"`,
    });
  }
}

async function createRequest(options: {
  manager: CertManager;
  certificate: Certificate;
  revision: number;
  keyName: string;
  key: string;
}) {
  const { manager, certificate, revision, keyName, key } = options;
  const { spec, metadata } = certificate;
  const privateKeyPem = Buffer.from(key, 'base64').toString('utf8');
  const pem = await createSigningRequest(spec, privateKeyPem);
  const name = `${metadata.name}-${revision}`;
  const { duration, isCA, usages, issuerRef } = spec;
  const isNew = await createIfAbsent(
    manager.client,
    resources.certificateRequests,
    {
      apiVersion: 'cert-manager.io/v1',
      kind: 'CertificateRequest',
      metadata: {
        name,
        namespace: metadata.namespace,
        labels: metadata.labels,
        annotations: {
          [annotations.certificateName]: metadata.name,
          [annotations.certificateRevision]: String(revision),
          [annotations.privateKeySecretName]: keyName,
        },
        ownerReferences: [controllerReference(certificate)],
      },
      spec: {
        request: Buffer.from(pem).toString('base64'),
        issuerRef,
        duration,
        isCA,
        usages,
        username: 'system:serviceaccount:cert-manager:cert-manager',
      },
    },
  );
  if (isNew) {
    manager.events.record(certificate, {
      type: 'Normal',
      reason: 'Requested',
      message: `Created new CertificateRequest resource "${name}"`,
    });
  }
}
