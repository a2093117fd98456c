import { isControlledBy, resources } from '../../client';
import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { withoutCondition } from '../conditions';
import { Certificate, CertificateRequest, Secret } from '../types';
import { readKeyPair, StoredCertificate } from './readKeyPair';
import { withValidity } from './withValidity';

/** Puts an issued certificate into its Secret and ends the issuance. */
export async function finishIssuance(options: {
  manager: CertManager;
  certificate: Certificate;
  request: CertificateRequest;
  revision: number;
  /** The private key, in base64. */
  key: string;
}): Promise<void> {
  const { manager, certificate, revision } = options;
  const { client, events } = manager;
  const secret = secretFor(options);
  await client.apply(resources.secrets, secret, {
    force: true,
    manager: 'cert-manager-certificates-issuing',
  });

  const {
    nextPrivateKeySecretName,
    lastFailureTime,
    failedIssuanceAttempts,
    ...rest
  } = withValidity(certificate, certificateIn(secret.data!));
  const status = {
    ...rest,
    revision,
    conditions: withoutCondition(rest.conditions, 'Issuing'),
  };
  await client.update(
    resources.certificates,
    { ...certificate, status },
    'status',
  );
  events.record(certificate, {
    type: 'Normal',
    reason: 'Issuing',
    message: 'The certificate has been successfully issued',
  });
  await removeLeftovers(manager, certificate, revision);
}

function secretFor(options: {
  certificate: Certificate;
  request: CertificateRequest;
  key: string;
}): Secret {
  const { certificate, request, key } = options;
  const { spec, metadata } = certificate;
  const data = {
    'tls.crt': request.status!.certificate!,
    'tls.key': key,
    ...(request.status!.ca ? { 'ca.crt': request.status!.ca } : {}),
  };
  return {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: {
      name: spec.secretName,
      namespace: metadata.namespace,
      labels: {
        [annotations.controllerSecret]: 'true',
        ...spec.secretTemplate?.labels,
      },
      annotations: {
        ...spec.secretTemplate?.annotations,
        ...describeSecret(certificate, data),
      },
    },
    type: 'kubernetes.io/tls',
    data,
  };
}

function describeSecret(
  { spec, metadata }: Certificate,
  data: Record<string, string>,
): Record<string, string> {
  const { name, kind = 'Issuer', group = 'cert-manager.io' } = spec.issuerRef;
  return {
    [annotations.altNames]: (spec.dnsNames ?? []).join(','),
    [annotations.certificateName]: metadata.name,
    [annotations.commonName]: certificateIn(data)?.commonName ?? '',
    [annotations.ipSans]: (spec.ipAddresses ?? []).join(','),
    [annotations.issuerGroup]: group,
    [annotations.issuerKind]: kind,
    [annotations.issuerName]: name,
    [annotations.uriSans]: '',
  };
}

function certificateIn(
  data: Record<string, string>,
): StoredCertificate | undefined {
  const pair = readKeyPair({ data });
  return pair.outcome === 'read' ? pair.certificate : undefined;
}

/** The temporary keys, and requests beyond the history that is wanted. */
async function removeLeftovers(
  manager: CertManager,
  certificate: Certificate,
  revision: number,
) {
  const { namespace } = certificate.metadata;
  const keys = manager.secrets
    .list(namespace)
    .filter(
      secret =>
        secret.metadata.labels?.[annotations.nextPrivateKey] === 'true' &&
        isControlledBy(secret, certificate),
    );
  for (const { metadata } of keys) {
    await manager.client.delete(resources.secrets, metadata.name, {
      namespace,
    });
  }
  const oldest = revision - (certificate.spec.revisionHistoryLimit ?? 1);
  const old = manager.requests
    .list(namespace)
    .filter(
      request =>
        isControlledBy(request, certificate) &&
        Number(
          request.metadata.annotations?.[annotations.certificateRevision],
        ) <= oldest,
    );
  for (const { metadata } of old) {
    await manager.client.delete(resources.certificateRequests, metadata.name, {
      namespace,
    });
  }
}
