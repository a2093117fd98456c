import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { annotations } from '../annotations';
import { CertManager } from '../CertManager';
import { readSigningRequest } from '../issuance/readSigningRequest';
import { CertificateRequest } from '../types';
import { SigningResult } from './SigningResult';
import { validityOf } from './validityOf';

/** Signs with the requester's own key, which its annotation names. */
export async function signBySelf(
  manager: CertManager,
  request: CertificateRequest,
): Promise<SigningResult> {
  const { namespace, annotations: noted } = request.metadata;
  const name = noted?.[annotations.privateKeySecretName];
  if (!name) {
    return {
      outcome: 'failed',
      event: 'MissingAnnotation',
      message: `Annotation "${annotations.privateKeySecretName}" missing or reference empty: secret name missing`,
    };
  }
  const key = manager.secrets.get(name, namespace)?.data?.['tls.key'];
  if (!key) {
    return {
      outcome: 'pending',
      message: `Referenced secret ${namespace}/${name} not found: secrets "${name}" not found`,
    };
  }
  const { names, commonName } = readSigningRequest(request.spec.request);
  const privateKeyPem = Buffer.from(key, 'base64').toString('utf8');
  const certificatePem = await CertificateAuthority.selfSign(privateKeyPem, {
    commonName,
    names,
    isCa: request.spec.isCA,
    ...validityOf(request.spec.duration, manager.now()),
  });
  return { outcome: 'issued', certificatePem, caPem: certificatePem };
}
