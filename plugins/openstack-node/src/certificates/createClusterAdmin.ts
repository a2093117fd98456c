import { InputError } from '@backstage/errors';
import { Cloud } from '../cloud/Cloud';
import { MagnumCluster } from '../magnum';
import { CallOptions } from '../transport/CallOptions';
import { ClusterAdmin } from './ClusterAdmin';
import { createSigningRequest } from './createSigningRequest';

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
  cloud: Pick<Cloud, 'magnum'>,
  cluster: Pick<MagnumCluster, 'uuid' | 'name' | 'status' | 'api_address'>,
  options: CreateClusterAdminOptions = {},
): Promise<ClusterAdmin> {
  const { signal } = options;
  const { uuid, name, status, api_address: server } = cluster;
  if (!server) {
    throw new InputError(
      `Cluster ${name} has no API address yet: its status is ${status}`,
    );
  }
  const { csrPem, keyPem } = await createSigningRequest({
    commonName: options.commonName ?? 'admin',
    organization: options.organization ?? 'system:masters',
  });
  const certPem = await cloud.magnum.signCertificate(uuid, csrPem, { signal });
  const caPem = await cloud.magnum.getCertificateAuthority(uuid, { signal });
  const admin = { server, caPem, certPem, keyPem };
  return Object.defineProperty(admin, 'keyPem', { enumerable: false });
}
