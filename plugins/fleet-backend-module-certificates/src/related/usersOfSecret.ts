import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import {
  CERTIFICATES,
  CLUSTER_ISSUERS,
  ISSUERS,
  SECRETS,
} from '../resourceIds';
import { CertificateSlice, sliceOf } from '../slices';
import { usersOfIssuer } from './usersOfIssuer';

/**
 * The Certificates that name the Secret of a row, itself a Secret or a
 * Certificate, and those that a CA with the key pair in it signs.
 */
export function usersOfSecret(row: Row, read: Reader): Row[] {
  const { source, namespace, resource } = row;
  const secretName =
    resource === SECRETS
      ? row.name
      : sliceOf<CertificateSlice>(row)?.secretName;
  if (!secretName) {
    return [];
  }
  const issuers = [
    ...read
      .rowsBy(source, ISSUERS, 'caSecret', secretName)
      .filter(issuer => issuer.namespace === namespace),
    ...read.rowsBy(source, CLUSTER_ISSUERS, 'caSecret', secretName),
  ];
  return [
    ...read.rowsBy(
      source,
      CERTIFICATES,
      'secret',
      `${namespace}/${secretName}`,
    ),
    ...issuers.flatMap(issuer => usersOfIssuer(issuer, read)),
  ];
}
