import { KubernetesObject } from '../client';

/** `spec.source` and the entries of `spec.sources`. */
export interface ApplicationSource {
  repoURL: string;
  path?: string;
  targetRevision?: string;
  chart?: string;
  ref?: string;
  directory?: { recurse?: boolean; include?: string; exclude?: string };
  kustomize?: Record<string, unknown>;
}

export interface ApplicationDestination {
  server?: string;
  name?: string;
  namespace?: string;
}

export interface RetryStrategy {
  limit?: number;
  backoff?: { duration?: string; factor?: number; maxDuration?: string };
}

export interface SyncResource {
  group?: string;
  kind: string;
  name: string;
  namespace?: string;
}

export interface SyncOperation {
  revision?: string;
  prune?: boolean;
  dryRun?: boolean;
  resources?: SyncResource[];
  source?: ApplicationSource;
  syncOptions?: string[];
  syncStrategy?: {
    apply?: { force?: boolean };
    hook?: { force?: boolean };
  };
  autoHealAttemptsCount?: number;
}

export interface Operation {
  sync?: SyncOperation;
  initiatedBy?: { username?: string; automated?: boolean };
  info?: { name: string; value: string }[];
  retry?: RetryStrategy;
}

export interface ManagedNamespaceMetadata {
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface SyncPolicy {
  automated?: {
    prune?: boolean;
    selfHeal?: boolean;
    allowEmpty?: boolean;
    enabled?: boolean;
  };
  syncOptions?: string[];
  retry?: RetryStrategy;
  managedNamespaceMetadata?: ManagedNamespaceMetadata;
}

export interface IgnoreDifference {
  group?: string;
  kind: string;
  name?: string;
  namespace?: string;
  jsonPointers?: string[];
}

export interface ApplicationSpec {
  project: string;
  source?: ApplicationSource;
  sources?: ApplicationSource[];
  destination: ApplicationDestination;
  syncPolicy?: SyncPolicy;
  ignoreDifferences?: IgnoreDifference[];
  revisionHistoryLimit?: number;
}

export type SyncCode = 'Synced' | 'OutOfSync' | 'Unknown';

export type HealthCode =
  | 'Healthy'
  | 'Suspended'
  | 'Progressing'
  | 'Missing'
  | 'Degraded'
  | 'Unknown';

export interface ResourceStatus {
  group?: string;
  version: string;
  kind: string;
  namespace?: string;
  name: string;
  status?: SyncCode;
  hook?: true;
  requiresPruning?: true;
  syncWave?: number;
}

export interface ApplicationCondition {
  type: string;
  message: string;
  lastTransitionTime?: string;
}

export type OperationPhase =
  | 'Running'
  | 'Terminating'
  | 'Failed'
  | 'Error'
  | 'Succeeded';

export type SyncPhase = 'PreSync' | 'Sync' | 'PostSync' | 'SyncFail';

export interface ResourceResult {
  group: string;
  version: string;
  kind: string;
  namespace: string;
  name: string;
  status?: 'Synced' | 'SyncFailed' | 'Pruned' | 'PruneSkipped';
  message?: string;
  hookType?: string;
  hookPhase?: OperationPhase;
  syncPhase: SyncPhase;
  images?: string[];
}

export interface SyncResult {
  revision: string;
  source: ApplicationSource;
  resources?: ResourceResult[];
  managedNamespaceMetadata?: ManagedNamespaceMetadata;
}

export interface OperationState {
  operation: Operation;
  phase: OperationPhase;
  message?: string;
  startedAt: string;
  finishedAt?: string;
  retryCount?: number;
  syncResult?: SyncResult;
}

export interface RevisionHistory {
  id: number;
  revision: string;
  deployedAt: string;
  deployStartedAt: string;
  source: ApplicationSource;
  initiatedBy?: Operation['initiatedBy'];
}

export interface ApplicationStatus {
  sync?: {
    status: SyncCode;
    revision?: string;
    comparedTo?: {
      source?: ApplicationSource;
      destination: ApplicationDestination;
      ignoreDifferences?: IgnoreDifference[];
    };
  };
  health?: { status: HealthCode; lastTransitionTime?: string };
  resources?: ResourceStatus[];
  conditions?: ApplicationCondition[];
  operationState?: OperationState;
  history?: RevisionHistory[];
  summary?: { images?: string[]; externalURLs?: string[] };
  reconciledAt?: string;
  resourceHealthSource?: string;
  sourceType?: string;
  controllerNamespace?: string;
}

/** `argoproj.io/v1alpha1`, `Application`. */
export interface Application extends KubernetesObject {
  spec: ApplicationSpec;
  status?: ApplicationStatus;
  operation?: Operation;
}

interface GroupKind {
  group: string;
  kind: string;
  name?: string;
}

/** `argoproj.io/v1alpha1`, `AppProject`. */
export interface AppProject extends KubernetesObject {
  spec: {
    sourceRepos?: string[];
    destinations?: ApplicationDestination[];
    clusterResourceWhitelist?: GroupKind[];
    clusterResourceBlacklist?: GroupKind[];
    namespaceResourceWhitelist?: GroupKind[];
    namespaceResourceBlacklist?: GroupKind[];
  };
}
