import { ClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { ClusterRequest } from '../checks';

/** What somebody orders, and what is written on it. */
export interface Order {
  request: ClusterRequest;
  marks: ClusterMarks;
  /** The other clouds that clusters are made in. */
  others: Cloud[];
  /** Names that clusters of the fleet have by configuration. */
  configured: string[];
}
