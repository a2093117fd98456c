/** A cluster that the sandbox runs. */
export interface ClusterPlan {
  name: string;
  /** DNS zone of its services; absent on the hub, which serves none. */
  zone?: string;
  /** For the selectors of environments. */
  labels: Record<string, string>;
}

/** The hub first. */
export const clusterPlans = [
  { name: 'platform', labels: { 'slipway.dev/stage': 'platform' } },
  {
    name: 'dev-1',
    zone: 'dev-1.localhost',
    labels: { 'slipway.dev/stage': 'nonprod' },
  },
] as const satisfies ClusterPlan[];
