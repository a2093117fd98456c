import {
  Cloud,
  Clouds,
  createClusterAdmin,
} from '@slipway/backstage-plugin-openstack-node';

/** Clouds, and what makes one an administrator of a cluster there. */
export interface CloudAccess {
  clouds: Pick<Clouds, 'get'>;
  createAdmin: typeof createClusterAdmin;
}

/** A cluster of Magnum, and where it is. */
export interface ClusterReference {
  cloud: Cloud;
  /** UUID. */
  id: string;
}
