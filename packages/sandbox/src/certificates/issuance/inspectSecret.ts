import { annotations } from '../annotations';
import { Certificate, CertificateRequest, Secret } from '../types';
import {
  describeIssuer,
  nameMismatches,
  requestMismatches,
} from './mismatches';
import { readKeyPair, StoredCertificate } from './readKeyPair';

/** Why what is in the Secret is not what the Certificate wants. */
export interface Violation {
  reason: string;
  message: string;
}

export interface Inspection {
  /** What is in the Secret, when it can be read. */
  stored?: StoredCertificate;
  /** Absent when the Secret is as wanted; its age is not looked at. */
  violation?: Violation;
}

const MISSING = {
  data: 'Issuing certificate as Secret does not contain any data',
  key: 'Issuing certificate as Secret does not contain a private key',
  certificate: 'Issuing certificate as Secret does not contain a certificate',
};

/** Compares a Certificate with the Secret that it is kept in. */
export function inspectSecret(options: {
  certificate: Certificate;
  secret: Secret | undefined;
  /** The request that the Secret was issued from, when it is still there. */
  request: CertificateRequest | undefined;
}): Inspection {
  const { certificate, secret, request } = options;
  if (!secret) {
    return violated(
      'DoesNotExist',
      'Issuing certificate as Secret does not exist',
    );
  }
  const pair = readKeyPair(secret);
  if (pair.outcome === 'incomplete') {
    return violated('MissingData', MISSING[pair.missing]);
  }
  if (pair.outcome === 'invalid') {
    return violated(
      'InvalidKeyPair',
      `Issuing certificate as Secret contains an invalid key-pair: ${pair.reason}`,
    );
  }
  const stored = pair.certificate;
  return {
    stored,
    violation: findViolation({ certificate, secret, request, stored }),
  };
}

function findViolation(options: {
  certificate: Certificate;
  secret: Secret;
  request: CertificateRequest | undefined;
  stored: StoredCertificate;
}): Violation | undefined {
  const { certificate, secret, request, stored } = options;
  const { spec } = certificate;
  const noted = secret.metadata.annotations ?? {};
  const issuedBy = describeIssuer({
    name: noted[annotations.issuerName],
    kind: noted[annotations.issuerKind],
    group: noted[annotations.issuerGroup],
  });
  if (issuedBy !== describeIssuer(spec.issuerRef)) {
    return {
      reason: 'IncorrectIssuer',
      message: `Issuing certificate as Secret was previously issued by "${issuedBy}"`,
    };
  }
  const owner = noted[annotations.certificateName];
  if (owner && owner !== certificate.metadata.name) {
    return {
      reason: 'IncorrectCertificate',
      message: `Secret was issued for "${owner}". If this message is not transient, you might have two conflicting Certificates pointing to the same secret.`,
    };
  }
  const changed = request ? requestMismatches(spec, request) : [];
  if (changed.length) {
    return {
      reason: 'RequestChanged',
      message: `Fields on existing CertificateRequest resource not up to date: [${changed.join(
        ' ',
      )}]`,
    };
  }
  const different = request ? [] : nameMismatches(spec, stored);
  if (different.length) {
    return {
      reason: 'SecretMismatch',
      message: `Existing issued Secret is not up to date for spec: [${different.join(
        ' ',
      )}]`,
    };
  }
  return undefined;
}

function violated(reason: string, message: string): Inspection {
  return { violation: { reason, message } };
}
