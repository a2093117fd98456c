import { isDeepStrictEqual } from 'node:util';
import { createHash } from 'node:crypto';
import { Condition, resources } from '../../client';
import { CertManager, CLUSTER_RESOURCE_NAMESPACE } from '../CertManager';
import { withCondition } from '../conditions';
import { createIfAbsent } from '../createIfAbsent';
import { generatePrivateKey } from '../issuance/generatePrivateKey';
import { readKeyPair } from '../issuance/readKeyPair';
import { Issuer } from '../types';
import { issuerKey } from './issuerKey';

type Readiness = Pick<Condition, 'status' | 'reason' | 'message'> & {
  acme?: NonNullable<Issuer['status']>['acme'];
};

/** Finds out whether an Issuer or ClusterIssuer can issue, and says so. */
export async function reconcileIssuer(
  manager: CertManager,
  issuer: Issuer,
): Promise<void> {
  if (issuer.metadata.deletionTimestamp) {
    return;
  }
  const { acme, ...ready } = await readinessOf(manager, issuer);
  const condition = {
    type: 'Ready',
    ...ready,
    observedGeneration: issuer.metadata.generation,
  };
  const status = {
    ...issuer.status,
    conditions: withCondition(
      issuer.status?.conditions,
      condition,
      manager.now(),
    ),
    ...(acme ? { acme: { ...issuer.status?.acme, ...acme } } : {}),
  };
  if (isDeepStrictEqual(status, issuer.status)) {
    return;
  }
  const isCluster = issuer.kind === 'ClusterIssuer';
  await manager.client.update(
    isCluster ? resources.clusterIssuers : resources.issuers,
    { ...issuer, status },
    'status',
  );
  if (ready.status === 'False') {
    manager.events.record(issuer, {
      type: 'Warning',
      reason: ready.reason!,
      message: ready.message!,
    });
  }
}

/** The namespace of an issuer's secrets. */
export function secretNamespaceOf(issuer: Issuer): string {
  return issuer.metadata.namespace ?? CLUSTER_RESOURCE_NAMESPACE;
}

async function readinessOf(
  manager: CertManager,
  issuer: Issuer,
): Promise<Readiness> {
  const { acme, ca, selfSigned } = issuer.spec;
  if (acme) {
    return registerAccount(manager, issuer, acme);
  }
  if (ca) {
    return checkSigningPair(manager, issuer, ca.secretName);
  }
  if (selfSigned) {
    return { status: 'True', reason: 'IsReady', message: '' };
  }
  const { name, namespace = '' } = issuer.metadata;
  return {
    status: 'False',
    reason: 'InvalidConfig',
    message: `no issuer specified for Issuer '${namespace}/${name}'`,
  };
}

async function registerAccount(
  manager: CertManager,
  issuer: Issuer,
  acme: NonNullable<Issuer['spec']['acme']>,
): Promise<Readiness> {
  if (!URL.canParse(acme.server)) {
    return {
      status: 'False',
      reason: 'InvalidURL',
      message: `parse "${acme.server}": invalid URI for request`,
    };
  }
  const namespace = secretNamespaceOf(issuer);
  const { name } = acme.privateKeySecretRef;
  if (!manager.secrets.get(name, namespace)) {
    const key = await generatePrivateKey();
    await createIfAbsent(manager.client, resources.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      data: { 'tls.key': Buffer.from(key).toString('base64') },
    });
  }
  const refusal = manager.refusals.textFor(
    'account',
    issuerKey(
      { kind: issuer.kind, name: issuer.metadata.name },
      issuer.metadata.namespace,
    ),
  );
  if (refusal !== undefined) {
    return {
      status: 'False',
      reason: 'ErrRegisterACMEAccount',
      message: `Failed to register ACME account: ${refusal}`,
    };
  }
  const account = createHash('sha256')
    .update(issuer.metadata.uid!)
    .digest()
    .readUInt32BE(0);
  return {
    status: 'True',
    reason: 'ACMEAccountRegistered',
    message: 'The ACME account was registered with the ACME server',
    acme: {
      uri: `${new URL(acme.server).origin}/acme/acct/${account}`,
      ...(acme.email ? { lastRegisteredEmail: acme.email } : {}),
    },
  };
}

function checkSigningPair(
  manager: CertManager,
  issuer: Issuer,
  name: string,
): Readiness {
  const fail = (reason: string, message: string): Readiness => ({
    status: 'False',
    reason,
    message,
  });
  const secret = manager.secrets.get(name, secretNamespaceOf(issuer));
  if (!secret) {
    return fail(
      'ErrGetKeyPair',
      `Error getting keypair for CA issuer: secrets "${name}" not found`,
    );
  }
  const pair = readKeyPair(secret);
  if (pair.outcome !== 'read') {
    return fail(
      'ErrInvalidKeyPair',
      `Error getting keypair for CA issuer: ${
        pair.outcome === 'invalid'
          ? pair.reason
          : `no data for "${
              pair.missing === 'key' ? 'tls.key' : 'tls.crt'
            }" in secret '${secretNamespaceOf(issuer)}/${name}'`
      }`,
    );
  }
  return {
    status: 'True',
    reason: 'KeyPairVerified',
    message: 'Signing CA verified',
  };
}
