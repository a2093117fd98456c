import { formatRoot } from '@slipway/backstage-plugin-fleet-common';
import { CertificateView } from '../subject/CertificateView';
import { claimsOf } from '../subject/claimsOf';
import { refOf } from '../subject/refOf';
import { Cause } from './Cause';

/** By what it shows that a Secret is overwritten. */
export interface OverwritingSign {
  says: string;
  since?: string;
}

/** The cause that follows from such a sign. */
export function overwriting(
  view: CertificateView,
  sign: OverwritingSign,
): Cause {
  const { certificate, ref } = view;
  const secret = {
    scope: ref.cluster,
    kind: 'Secret',
    namespace: ref.namespace,
    name: certificate.slice.secretName ?? ref.name,
  };
  return {
    code: 'certificate.secret.overwritten',
    evidence: claimsOf(view).secret
      ? secret
      : refOf(ref.cluster, certificate.row),
    ...sign,
    root: formatRoot(secret),
  };
}
