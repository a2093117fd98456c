import { ObjectRef } from '@slipway/backstage-plugin-fleet-common';
import { CertificateSlice, SecretSlice } from '../slices';
import { CertificateView } from './CertificateView';
import { findController } from './findController';
import { secretOwner } from './secretOwner';
import { Seen } from './Seen';

/** Where the key pair of a CA issuer comes from. */
export interface CaView {
  secretRef: ObjectRef;
  secret?: Seen<SecretSlice>;
  /** The Certificate that fills that Secret. */
  certificate?: Seen<CertificateSlice>;
}

/** The CA that signs a Certificate, where its issuer is one. */
export function findCa(view: CertificateView): CaView | undefined {
  const { issuer, read, source, ref } = view;
  const secretName = issuer.found?.slice.caSecret;
  if (secretName === undefined) {
    return undefined;
  }
  const namespace = issuer.ref.namespace || clusterNamespace(view);
  const claims = secretOwner({ read, source, namespace, secretName });
  return {
    secretRef: {
      scope: ref.cluster,
      kind: 'Secret',
      namespace,
      name: secretName,
    },
    secret: claims.secret,
    certificate: claims.owner,
  };
}

function clusterNamespace({ read, source }: CertificateView): string {
  const controller = findController(read, source);
  return (
    controller?.slice.clusterNamespace ??
    controller?.row.namespace ??
    'cert-manager'
  );
}
