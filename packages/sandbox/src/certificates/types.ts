import { Condition, KubernetesObject } from '../client';

/** Where a certificate is to come from. */
export interface IssuerRef {
  name: string;
  /** @default 'Issuer' */
  kind?: string;
  /** @default 'cert-manager.io' */
  group?: string;
}

export interface CertificateSpec {
  secretName: string;
  issuerRef: IssuerRef;
  commonName?: string;
  dnsNames?: string[];
  ipAddresses?: string[];
  /** For example `2160h`. */
  duration?: string;
  renewBefore?: string;
  renewBeforePercentage?: number;
  isCA?: boolean;
  usages?: string[];
  revisionHistoryLimit?: number;
  privateKey?: {
    algorithm?: 'RSA' | 'ECDSA';
    size?: number;
    encoding?: 'PKCS1' | 'PKCS8';
    rotationPolicy?: 'Always' | 'Never';
  };
  secretTemplate?: {
    labels?: Record<string, string>;
    annotations?: Record<string, string>;
  };
}

export interface Certificate extends KubernetesObject {
  spec: CertificateSpec;
  status?: {
    conditions?: Condition[];
    notBefore?: string;
    notAfter?: string;
    renewalTime?: string;
    revision?: number;
    lastFailureTime?: string;
    failedIssuanceAttempts?: number;
    nextPrivateKeySecretName?: string;
  };
}

export interface CertificateRequest extends KubernetesObject {
  spec: {
    /** The PEM of the signing request, in base64. */
    request: string;
    issuerRef: IssuerRef;
    duration?: string;
    isCA?: boolean;
    usages?: string[];
  };
  status?: {
    conditions?: Condition[];
    /** PEM in base64. */
    certificate?: string;
    ca?: string;
    failureTime?: string;
  };
}

/** How a challenge is solved; exactly one of the two. */
export interface Solver {
  selector?: {
    dnsNames?: string[];
    dnsZones?: string[];
    matchLabels?: Record<string, string>;
  };
  http01?: object;
  dns01?: object;
}

/** An Issuer or a ClusterIssuer. */
export interface Issuer extends KubernetesObject {
  spec: {
    acme?: {
      server: string;
      email?: string;
      privateKeySecretRef: { name: string };
      solvers?: Solver[];
    };
    ca?: { secretName: string };
    selfSigned?: object;
  };
  status?: {
    conditions?: Condition[];
    acme?: { uri?: string; lastRegisteredEmail?: string };
  };
}

export type AcmeState =
  | 'pending'
  | 'processing'
  | 'ready'
  | 'valid'
  | 'invalid'
  | 'expired'
  | 'errored';

export interface Order extends KubernetesObject {
  spec: {
    request: string;
    issuerRef: IssuerRef;
    commonName?: string;
    dnsNames?: string[];
    duration?: string;
  };
  status?: {
    state?: AcmeState;
    reason?: string;
    url?: string;
    finalizeURL?: string;
    failureTime?: string;
    certificate?: string;
    authorizations?: Authorization[];
  };
}

export interface Authorization {
  url: string;
  identifier: string;
  wildcard: boolean;
  initialState: AcmeState;
  challenges: { type: string; url: string; token: string }[];
}

export interface Challenge extends KubernetesObject {
  spec: {
    url: string;
    authorizationURL: string;
    dnsName: string;
    wildcard: boolean;
    type: 'HTTP-01' | 'DNS-01';
    token: string;
    key: string;
    solver: Solver;
    issuerRef: IssuerRef;
  };
  status?: {
    processing?: boolean;
    presented?: boolean;
    presentedAt?: string;
    state?: AcmeState;
    reason?: string;
  };
}

export interface Secret extends KubernetesObject {
  type?: string;
  data?: Record<string, string>;
}
