import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { BasicPermission } from '@backstage/plugin-permission-common';
import { readClusterMarks } from '@slipway/backstage-plugin-clusters-common';
import { OwnerAuthorizer } from '@slipway/backstage-plugin-fleet-node';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';

export interface AuthorizeClusterOptions {
  authorizer: OwnerAuthorizer;
  credentials: BackstageCredentials;
  permission: BasicPermission;
  cluster: MagnumCluster;
}

/** A cluster belongs to whom its marks name; one without, to the platform team. */
export async function authorizeCluster(
  options: AuthorizeClusterOptions,
): Promise<void> {
  const { authorizer, credentials, permission, cluster } = options;
  const marks = readClusterMarks(cluster.labels ?? {});
  if (!marks) {
    await authorizer.authorizePlatform(credentials);
    return;
  }
  await authorizer.authorize({ credentials, permission, owner: marks.owner });
}
