import { X509Certificate } from 'node:crypto';
import {
  KubernetesObject,
  recordOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { Edit, lastEditOf } from './lastEditOf';

/** What is kept of a Secret: never a value, only the public facts. */
export interface SecretSlice {
  /** Which Certificate filled it. */
  certificateName?: string;
  /** Which keys it has. */
  keys: string[];
  /** ISO time at which the certificate in it expires. */
  notAfter?: string;
  edited?: Edit;
}

/** The slice of a Secret that holds a certificate. */
export function projectSecret(
  object: KubernetesObject,
): SecretSlice | undefined {
  const certificateName = textOf(
    object,
    'metadata',
    'annotations',
    'cert-manager.io/certificate-name',
  );
  const keys = Object.keys(recordOf(object, 'data')).sort();
  const certificate = textOf(object, 'data', 'tls.crt');
  return certificateName === undefined && certificate === undefined
    ? undefined
    : {
        certificateName,
        keys,
        notAfter: certificate && expiryOf(certificate),
        edited: lastEditOf(object),
      };
}

function expiryOf(base64: string): string | undefined {
  try {
    const pem = Buffer.from(base64, 'base64');
    return new Date(new X509Certificate(pem).validTo).toISOString();
  } catch {
    return undefined;
  }
}
