import { KubernetesClient, resources } from '../../client';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { createSigningRequest } from '../issuance/createSigningRequest';
import { readKeyPair } from '../issuance/readKeyPair';
import { Certificate, Secret } from '../types';

export interface AgeCertificateOptions {
  client: KubernetesClient;
  certificate: Certificate;
  /** The one that signed it. */
  ca: CertificateAuthority;
  now: Date;
}

/** Past two thirds renewal is due, and half of the time for it is left. */
const LIVED = 5 / 6;

/**
 * Replaces what is in a Certificate's Secret by the same certificate near the
 * end of its life, which has cert-manager renew it at once. It stays valid, so
 * nothing that is served with it breaks.
 */
export async function ageCertificate({
  client,
  certificate,
  ca,
  now,
}: AgeCertificateOptions): Promise<void> {
  const { spec, metadata } = certificate;
  const secret = await client.get<Secret>(
    resources.secrets,
    spec.secretName,
    metadata.namespace,
  );
  const pair = secret && readKeyPair(secret);
  if (pair?.outcome !== 'read') {
    return;
  }
  const { notBefore, notAfter, names, commonName } = pair.certificate;
  const lifetime = notAfter.getTime() - notBefore.getTime();
  const begin = now.getTime() - lifetime * LIVED;
  const key = Buffer.from(secret!.data!['tls.key'], 'base64').toString('utf8');
  const pem = await ca.signRequest(await createSigningRequest(spec, key), {
    commonName,
    names,
    notBefore: new Date(begin),
    notAfter: new Date(begin + lifetime),
  });
  await client.patch(
    resources.secrets,
    spec.secretName,
    { data: { 'tls.crt': Buffer.from(pem).toString('base64') } },
    { namespace: metadata.namespace },
  );
}
