import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { CERTIFICATES } from '../resourceIds';

/** The Certificates that name an issuer. */
export function usersOfIssuer(issuer: Row, read: Reader): Row[] {
  const { source, kind, namespace, name } = issuer;
  const key = `${kind}/${namespace}/${name}`;
  return read.rowsBy(source, CERTIFICATES, 'issuer', key);
}
