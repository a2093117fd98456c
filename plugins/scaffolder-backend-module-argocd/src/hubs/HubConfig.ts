/** A cluster with Argo CD, and how to talk to it. */
export interface HubConfig {
  name: string;
  /** Argo CD's namespace. */
  namespace: string;
  access: HubAccess;
}

export type HubAccess =
  | { kubeconfig: string }
  | { server: string; token: string; caData?: string; caFile?: string };
