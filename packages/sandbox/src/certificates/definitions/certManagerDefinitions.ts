import { conditionColumn, define } from './define';
import {
  anything,
  bytes,
  conditions,
  flag,
  issuerRef,
  labels,
  list,
  number,
  object,
  solver,
  text,
  texts,
  time,
  words,
} from './schemas';

const group = 'cert-manager.io';
const category = 'cert-manager';
const statusColumn = conditionColumn('Status', 'Ready', 'message');

const issuer = {
  group,
  category,
  spec: object({
    acme: object(
      {
        server: text,
        email: text,
        profile: text,
        preferredChain: text,
        skipTLSVerify: flag,
        disableAccountKeyGeneration: flag,
        privateKeySecretRef: object({ name: text, key: text }, ['name']),
        externalAccountBinding: anything,
        solvers: list(solver),
      },
      ['privateKeySecretRef', 'server'],
    ),
    ca: object({ secretName: text }, ['secretName']),
    selfSigned: anything,
    vault: anything,
    venafi: anything,
  }),
  status: object({
    conditions,
    acme: object({
      uri: text,
      lastRegisteredEmail: text,
      lastPrivateKeyHash: text,
    }),
  }),
  columns: [conditionColumn('Ready', 'Ready'), statusColumn],
};

const certificate = define({
  group,
  category,
  kind: 'Certificate',
  plural: 'certificates',
  shortNames: ['cert', 'certs'],
  spec: object(
    {
      secretName: text,
      issuerRef,
      commonName: text,
      dnsNames: texts,
      ipAddresses: texts,
      uris: texts,
      emailAddresses: texts,
      duration: text,
      renewBefore: text,
      renewBeforePercentage: number,
      isCA: flag,
      usages: texts,
      revisionHistoryLimit: { ...number, minimum: 1 },
      subject: anything,
      keystores: anything,
      privateKey: object({
        algorithm: words('RSA', 'ECDSA', 'Ed25519'),
        encoding: words('PKCS1', 'PKCS8'),
        rotationPolicy: words('Never', 'Always'),
        size: number,
      }),
      secretTemplate: object({ annotations: labels, labels }),
    },
    ['issuerRef', 'secretName'],
  ),
  status: object({
    conditions,
    notBefore: time,
    notAfter: time,
    renewalTime: time,
    revision: number,
    lastFailureTime: time,
    failedIssuanceAttempts: number,
    nextPrivateKeySecretName: text,
  }),
  columns: [
    conditionColumn('Ready', 'Ready'),
    { name: 'Secret', jsonPath: '.spec.secretName' },
    { name: 'Issuer', jsonPath: '.spec.issuerRef.name', wide: true },
    statusColumn,
  ],
});

const certificateRequest = define({
  group,
  category,
  kind: 'CertificateRequest',
  plural: 'certificaterequests',
  shortNames: ['cr', 'crs'],
  spec: object(
    {
      request: bytes,
      issuerRef,
      duration: text,
      isCA: flag,
      usages: texts,
      username: text,
      uid: text,
      groups: texts,
      extra: anything,
    },
    ['issuerRef', 'request'],
  ),
  status: object({
    conditions,
    certificate: bytes,
    ca: bytes,
    failureTime: time,
  }),
  columns: [
    conditionColumn('Approved', 'Approved'),
    conditionColumn('Denied', 'Denied'),
    conditionColumn('Ready', 'Ready'),
    { name: 'Issuer', jsonPath: '.spec.issuerRef.name' },
    { name: 'Requester', jsonPath: '.spec.username' },
    statusColumn,
  ],
});

/** The definitions of the group `cert-manager.io`. */
export const certManagerDefinitions = [
  certificate,
  certificateRequest,
  define({ ...issuer, kind: 'Issuer', plural: 'issuers' }),
  define({
    ...issuer,
    kind: 'ClusterIssuer',
    plural: 'clusterissuers',
    scope: 'Cluster',
  }),
];
