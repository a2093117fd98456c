import { Cloud } from '../cloud';
import { MagnumCluster } from '../magnum';
import { CallOptions } from '../transport/CallOptions';
import { ClusterAdmin } from './ClusterAdmin';

/** Options of {@link createClusterAdmin}. @public */
export interface CreateClusterAdminOptions extends CallOptions {
  /** Default: `admin`. */
  commonName?: string;
  /** A group of Kubernetes. Default: `system:masters`. */
  organization?: string;
}

/**
 * Lets a cluster's authority sign a client certificate. Only the user that
 * created the cluster may ask for it, and administrators of the cloud.
 *
 * @public
 */
export async function createClusterAdmin(
  _cloud: Cloud,
  _cluster: MagnumCluster,
  _options: CreateClusterAdminOptions = {},
): Promise<ClusterAdmin> {
  throw new Error('Not yet');
}
