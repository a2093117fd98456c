import { KubernetesObject } from '../client';
import { startActions } from '../actions';
import { startArgoCd } from '../argocd';
import { startCertificates } from '../certificates';
import { startControl } from '../control/startControl';
import { Faults } from '../faults/Faults';
import { GitHub, startGitHub } from '../github';
import { ImageStore } from '../images';
import { startIngress } from '../ingress';
import { findKubectl } from '../kubectl/findKubectl';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { Ports } from '../ports/choosePorts';
import { StateFolder } from '../state/StateFolder';
import { startWorkloads } from '../workloads';
import { backstageEnvironment, backstageUrl } from './backstageEnvironment';
import { clusterPlans } from './clusters';
import { Endpoints } from './endpoints';
import { ensureObjects } from './ensureObjects';
import { hubObjects, rootApplication } from './hubObjects';
import { registrationSecrets } from './registrations';
import { seedGitHub } from './seedGitHub';
import { Cluster, startCluster } from './startCluster';
import { WILDCARD_SECRET, zoneObjects } from './zoneObjects';

export interface StartSandboxOptions {
  state: StateFolder;
  ports: Ports;
  /** What the platform repository begins with. */
  platformFolder: string;
  signal: AbortSignal;
  log: (line: string) => void;
}

/** A running sandbox and how to reach it. */
export interface Sandbox {
  endpoints: Endpoints;
  backstageEnvironment: Record<string, string>;
  /** How to trust the sandbox's certificates, for people. */
  trust: string;
  /** Resolves when everything has ended after the signal. */
  stopped: Promise<void>;
}
export {};
