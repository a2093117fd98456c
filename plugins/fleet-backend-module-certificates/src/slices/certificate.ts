import {
  Condition,
  conditionsOf,
  KubernetesObject,
  listOf,
  numberOf,
  recordOf,
  textOf,
  timeOf,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { CertificateIssuer } from '@slipway/backstage-plugin-certificates-common';
import { Edit, lastEditOf } from './lastEditOf';

/** What is kept of a Certificate. */
export interface CertificateSlice {
  secretName?: string;
  commonName?: string;
  dnsNames: string[];
  otherNames: string[];
  issuer?: CertificateIssuer;
  /** Go duration, for example `2160h`. */
  duration?: string;
  renewalDisabled: boolean;
  hasStatus: boolean;
  conditions: Condition[];
  notBefore?: string;
  notAfter?: string;
  renewalTime?: string;
  revision?: number;
  lastFailureTime?: string;
  failedAttempts?: number;
  edited?: Edit;
}

/** The slice of a Certificate. */
export function projectCertificate(object: KubernetesObject): CertificateSlice {
  return {
    secretName: textOf(object, 'spec', 'secretName'),
    commonName: textOf(object, 'spec', 'commonName'),
    dnsNames: texts(object, 'dnsNames'),
    otherNames: ['ipAddresses', 'uris'].flatMap(field => texts(object, field)),
    issuer: issuerOf(object),
    duration: textOf(object, 'spec', 'duration'),
    renewalDisabled: textOf(object, 'spec', 'renewal', 'policy') === 'Disabled',
    hasStatus: Object.keys(recordOf(object, 'status')).length > 0,
    conditions: conditionsOf(object),
    notBefore: timeOf(object, 'status', 'notBefore'),
    notAfter: timeOf(object, 'status', 'notAfter'),
    renewalTime: timeOf(object, 'status', 'renewalTime'),
    revision: numberOf(object, 'status', 'revision'),
    lastFailureTime: timeOf(object, 'status', 'lastFailureTime'),
    failedAttempts: numberOf(object, 'status', 'failedIssuanceAttempts'),
    edited: lastEditOf(object),
  };
}

function texts(object: KubernetesObject, field: string): string[] {
  return listOf(object, 'spec', field).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
}

function issuerOf(object: KubernetesObject): CertificateIssuer | undefined {
  const name = textOf(object, 'spec', 'issuerRef', 'name');
  return name === undefined
    ? undefined
    : {
        kind: textOf(object, 'spec', 'issuerRef', 'kind') ?? 'Issuer',
        name,
        group:
          textOf(object, 'spec', 'issuerRef', 'group') ?? 'cert-manager.io',
      };
}
