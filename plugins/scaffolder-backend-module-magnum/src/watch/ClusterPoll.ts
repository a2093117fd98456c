import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

/** What asking a cloud for all of its clusters brought. */
export type ClusterPoll =
  | { outcome: 'answered'; clusters: ReadonlyMap<string, MagnumCluster> }
  | {
      outcome: 'silent';
      error: Error;
      /** Since the first of the polls in a row that failed. */
      forMs: number;
    };
