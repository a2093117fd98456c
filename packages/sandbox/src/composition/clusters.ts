/** A cluster that the sandbox runs. */
export interface ClusterPlan {
  name: string;
  /** DNS zone of its services; absent on the hub, which serves none. */
  zone?: string;
  /** For the selectors of environments. */
  labels: Record<string, string>;
  /** Kubernetes version until it is upgraded. @default 'v1.36.3' */
  version?: string;
}

/** The hub first. */
export const clusterPlans = [
  { name: 'platform', labels: { 'slipway.dev/stage': 'platform' } },
  {
    name: 'dev-1',
    zone: 'dev-1.localhost',
    labels: { 'slipway.dev/stage': 'nonprod' },
    // That of the template it is said to be made of.
    version: 'v1.35.5',
  },
] as const satisfies ClusterPlan[];
