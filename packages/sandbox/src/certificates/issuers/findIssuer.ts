import { CertManager } from '../CertManager';
import { Issuer, IssuerRef } from '../types';

/** The issuer that a reference in a namespace means. */
export function findIssuer(
  manager: CertManager,
  reference: IssuerRef,
  namespace: string | undefined,
): Issuer | undefined {
  return reference.kind === 'ClusterIssuer'
    ? manager.clusterIssuers.get(reference.name)
    : manager.issuers.get(reference.name, namespace);
}
