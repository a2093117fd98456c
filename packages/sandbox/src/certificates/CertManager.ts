import { Informer, KubernetesClient, KubernetesObject } from '../client';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { AcmeRefusals } from './acme/AcmeRefusals';
import { ComponentEvents } from './ComponentEvents';
import {
  Certificate,
  CertificateRequest,
  Challenge,
  Issuer,
  Order,
  Secret,
} from './types';

/** What all controllers of this room share. */
export interface CertManager {
  client: KubernetesClient;
  /** Signs what ACME issuers order. */
  ca: CertificateAuthority;
  events: ComponentEvents;
  now: () => Date;
  /** What the world outside refuses. */
  refusals: AcmeRefusals;
  /** How often in a row a challenge could not be presented, by uid. */
  presentFailures: Map<string, number>;
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
