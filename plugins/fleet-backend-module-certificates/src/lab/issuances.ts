import { Case } from './Case';
import { hasCondition } from './hasCondition';
import { LabObject } from './LabObject';

const ready: Case['there'] = {
  kind: 'Certificate',
  isSo: object => hasCondition(object, 'Ready', 'True'),
};
const notSigned: Case['there'] = {
  kind: 'CertificateRequest',
  isSo: object => hasCondition(object, 'Ready', 'False'),
};
const withReason = (kind: string): Case['there'] => ({
  kind,
  isSo: (object: LabObject) => Boolean(object.status?.reason),
});

/** Of longer than the usual time of an ACME issuance. */
const LATER = 40;

/** First issuances; the last two take the 60 s that cert-manager waits. */
export const issuances: Case[] = [
  {
    state: 'issued-by-ca',
    certificate: 'leaf',
    there: ready,
    concludes: { status: 'healthy' },
  },
  {
    state: 'name-refused',
    certificate: 'blocked',
    there: withReason('Order'),
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.acme.order-rejected',
        evidence: 'Order',
        says: 'urn:ietf:params:acme:error:rejectedIdentifier',
      },
    },
  },
  {
    state: 'wrong-tsig-key',
    certificate: 'badkey',
    there: withReason('Challenge'),
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.dns01.present-refused',
        evidence: 'Challenge',
        says: 'DNS update failed: dns: bad authentication',
      },
    },
  },
  {
    // cert-manager asks for the account's URL first, and is not told it
    state: 'account-stopped-before-first-order',
    certificate: 'stopped',
    there: withReason('Order'),
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.acme.order-rejected',
        evidence: 'Order',
        says: 'urn:ietf:params:acme:error:malformed: Key ID',
      },
    },
  },
  {
    state: 'request-invalid',
    certificate: 'badname',
    there: {
      kind: 'Certificate',
      isSo: object => hasCondition(object, 'Issuing', 'False', 'Failed'),
    },
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.request.invalid',
        evidence: 'CertificateRequest',
        says: 'commonName that is not present in the list of dnsNames',
      },
    },
  },
  {
    state: 'issuer-not-found',
    certificate: 'noissuer',
    there: notSigned,
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.issuer.not-found',
        evidence: 'CertificateRequest',
        says: 'Referenced "Issuer" not found',
      },
    },
  },
  {
    state: 'issuer-without-key-pair',
    certificate: 'keyless',
    there: notSigned,
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.issuer.not-ready',
        evidence: 'Issuer',
        says: 'Error getting keypair for CA issuer',
      },
    },
  },
  {
    state: 'no-solver',
    certificate: 'nosolver',
    there: {
      kind: 'Event',
      isSo: object => object.reason === 'Solver',
    },
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.acme.no-solver',
        evidence: 'Order',
        says: 'no configured challenge solvers can be used',
      },
    },
  },
  {
    state: 'secret-shared',
    certificate: 'second',
    there: {
      kind: 'Certificate',
      isSo: object =>
        hasCondition(object, 'Ready', 'False', 'IncorrectCertificate'),
    },
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.secret.shared-by-two',
        evidence: 'Certificate',
      },
    },
  },
  {
    state: 'acme-server-unreachable',
    certificate: 'noserver',
    there: notSigned,
    concludes: {
      status: 'progressing',
      finding: {
        cause: 'certificate.issuance.in-progress',
        evidence: 'CertificateRequest',
      },
    },
    later: {
      minutes: LATER,
      status: 'failing',
      finding: {
        cause: 'certificate.acme.server-unreachable',
        evidence: 'Issuer',
        says: 'connection refused',
      },
    },
  },
  {
    state: 'zone-refused',
    certificate: 'nozone',
    there: withReason('Challenge'),
    concludes: {
      status: 'progressing',
      finding: {
        cause: 'certificate.issuance.in-progress',
        evidence: 'Challenge',
      },
    },
    later: {
      minutes: LATER,
      status: 'failing',
      finding: {
        cause: 'certificate.dns01.zone-broken',
        evidence: 'Challenge',
        says: "but got 'REFUSED'",
      },
    },
  },
  {
    state: 'issued-by-acme',
    certificate: 'issued',
    there: ready,
    concludes: { status: 'healthy' },
    later: {
      minutes: 91 * 24 * 60,
      status: 'failing',
      finding: {
        cause: 'certificate.controller.not-running',
        evidence: 'Certificate',
      },
    },
  },
  {
    state: 'record-unseen-by-authority',
    certificate: 'split',
    there: {
      kind: 'Certificate',
      isSo: object => hasCondition(object, 'Issuing', 'False', 'Failed'),
    },
    concludes: {
      status: 'failing',
      finding: {
        cause: 'certificate.acme.validation-failed',
        evidence: 'Challenge',
        says: 'urn:ietf:params:acme:error:unauthorized',
      },
    },
  },
];
