import {
  EventRecorder,
  Informer,
  KubernetesClient,
  KubernetesObject,
} from '../client';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import {
  Certificate,
  CertificateRequest,
  Challenge,
  Issuer,
  Order,
  Secret,
} from './types';

/** What became of a domain's validation. */
export type Verdict = { valid: true } | { valid: false; reason: string };

/** What all controllers of this room share. */
export interface CertManager {
  client: KubernetesClient;
  /** Signs what ACME issuers order. */
  ca: CertificateAuthority;
  events: EventRecorder;
  now: () => Date;
  verifyChallenge: (challenge: Challenge) => Promise<Verdict>;
  certificates: Informer<Certificate>;
  requests: Informer<CertificateRequest>;
  orders: Informer<Order>;
  challenges: Informer<Challenge>;
  issuers: Informer<Issuer>;
  clusterIssuers: Informer<Issuer>;
  secrets: Informer<Secret>;
  ingresses: Informer<KubernetesObject>;
}

/** Where ClusterIssuers keep their secrets. */
export const CLUSTER_RESOURCE_NAMESPACE = 'cert-manager';
