import { KubernetesObject } from '../hubs';

export const ARGOCD_API_VERSION = 'argoproj.io/v1alpha1';

/** How an Application of a hub is named in requests. */
export function applicationReference(name: string) {
  return { apiVersion: ARGOCD_API_VERSION, kind: 'Application', name };
}

/** How an AppProject of a hub is named in requests. */
export function projectReference(name: string) {
  return { apiVersion: ARGOCD_API_VERSION, kind: 'AppProject', name };
}

/** An Argo CD Application, as far as these actions read it. */
export interface Application extends KubernetesObject {
  spec: {
    project?: string;
    destination?: { name?: string; server?: string; namespace?: string };
  };
  operation?: object;
  status?: {
    sync?: { status?: string; revision?: string };
    health?: { status?: string; message?: string };
    conditions?: { type: string; message: string }[];
    resources?: ManagedResource[];
    operationState?: OperationState;
  };
}

export interface ManagedResource {
  kind: string;
  name: string;
  namespace?: string;
  status?: string;
}

export interface OperationState {
  phase: string;
  message?: string;
  startedAt?: string;
  finishedAt?: string;
  syncResult?: {
    revision?: string;
    resources?: {
      kind: string;
      name: string;
      status?: string;
      message?: string;
    }[];
  };
}
