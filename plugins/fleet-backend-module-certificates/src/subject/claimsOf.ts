import { CertificateView } from './CertificateView';
import { SecretClaims, secretOwner } from './secretOwner';

/** Who else names the Secret of a Certificate. */
export function claimsOf(view: CertificateView): SecretClaims {
  const { certificate, read, source, ref } = view;
  const { secretName } = certificate.slice;
  const { namespace } = ref;
  return secretName === undefined
    ? { claimants: [] }
    : secretOwner({ read, source, namespace, secretName });
}
