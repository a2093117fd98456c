import { IssuerRef } from '../types';

/** What an issuer is called by among refusals. */
export function issuerKey(
  { kind = 'Issuer', name }: IssuerRef,
  namespace: string | undefined,
): string {
  return kind === 'ClusterIssuer'
    ? `${kind}/${name}`
    : `${kind}/${namespace}/${name}`;
}
