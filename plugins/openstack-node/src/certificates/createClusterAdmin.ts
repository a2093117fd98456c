import { InputError } from '@backstage/errors';
import { Cloud } from '../cloud/Cloud';
import { MagnumCluster } from '../magnum';
import { CallOptions } from '../transport/CallOptions';
import { ClusterAdmin } from './ClusterAdmin';
import { createSigningRequest } from './createSigningRequest';

/**
 * Lets a cluster's authority sign a client certificate. Only the user that
 * created the cluster may ask for it, and administrators of the cloud.
 *
 * @public
 */
export async function createClusterAdmin(
  cloud: Pick<Cloud, 'magnum'>,
  cluster: Pick<MagnumCluster, 'uuid' | 'name' | 'status' | 'api_address'>,
  o: CallOptions = {},
): Promise<ClusterAdmin> {
  const { signal } = o;
  const { uuid, name, status, api_address: server } = cluster;
  if (!server) {
    throw new InputError(
      `Cluster ${name} has no API address yet: its status is ${status}`,
    );
  }
  const { csrPem, keyPem } = await createSigningRequest();
  const certPem = await cloud.magnum.signCertificate(uuid, csrPem, { signal });
  const caPem = await cloud.magnum.getCertificateAuthority(uuid, { signal });
  const admin = { server, caPem, certPem, keyPem };
  return Object.defineProperty(admin, 'keyPem', { enumerable: false });
}
