import { Cloud, MagnumReader } from '@slipway/backstage-plugin-openstack-node';

/** What of a cloud is watched. */
export interface WatchedCloud extends Pick<Cloud, 'name' | 'watchOnly'> {
  magnum: Pick<
    MagnumReader,
    | 'listClusters'
    | 'getCluster'
    | 'listNodeGroups'
    | 'listClusterTemplates'
    | 'getQuota'
    | 'getStats'
  >;
}
