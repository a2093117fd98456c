import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';

/** What forms want to know of the clusters that there are. */
export type KnownCluster = Pick<
  ClusterDetails,
  'name' | 'cloud' | 'stage' | 'zone' | 'usualMinutes'
>;
