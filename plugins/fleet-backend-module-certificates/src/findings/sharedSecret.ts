import { CertificateView } from '../subject/CertificateView';
import { refOf } from '../subject/refOf';
import { secretOwner } from '../subject/secretOwner';
import { Cause } from './Cause';

/** Another Certificate names the same Secret, and only that one is issued. */
export function sharedSecret(view: CertificateView): Cause | undefined {
  const { certificate, read, source, ref, ready } = view;
  const { secretName } = certificate.slice;
  if (secretName === undefined) {
    return undefined;
  }
  const { namespace } = ref;
  const { owner } = secretOwner({ read, source, namespace, secretName });
  if (!owner || owner.row.name === ref.name) {
    return undefined;
  }
  return {
    code: 'certificate.secret.shared-by-two',
    evidence: refOf(ref.cluster, owner.row),
    says: `metadata.name: ${owner.row.name}, spec.secretName: ${secretName}`,
    since: ready?.lastTransitionTime ?? certificate.row.createdAt,
  };
}
