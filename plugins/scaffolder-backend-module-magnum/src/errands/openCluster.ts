import { BasicPermission } from '@backstage/plugin-permission-common';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { MagnumActionOptions } from '../actions/MagnumActionOptions';
import { authorizeCluster } from './authorizeCluster';
import { authorizeTask } from './authorizeTask';
import { Errand } from './Errand';
import { findCluster } from './findCluster';
import { startErrand } from './startErrand';
import { TaskContext } from './TaskContext';

export interface OpenClusterOptions {
  cloud: string | undefined;
  /** Its uuid. */
  id: string;
  permission: BasicPermission;
}

/** A cluster that the initiator may do something with; `undefined` when there is none. */
export async function openCluster(
  options: MagnumActionOptions,
  ctx: TaskContext,
  { cloud, id, permission }: OpenClusterOptions,
): Promise<{ errand: Errand; cluster?: MagnumCluster }> {
  const errand = startErrand(options, ctx, cloud);
  const cluster = await findCluster(errand, id);
  if (cluster) {
    await authorizeTask(ctx, {
      key: `${permission.name}.${errand.cloud.name}.${cluster.uuid}`,
      authorize: credentials =>
        authorizeCluster({
          authorizer: options.authorizer,
          credentials,
          permission,
          cluster,
        }),
    });
  }
  return { errand, cluster };
}
