import { NotFoundError } from '@backstage/errors';
import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { MagnumActionOptions } from '../actions/MagnumActionOptions';
import { Errand } from './Errand';
import { openCluster, OpenClusterOptions } from './openCluster';
import { TaskContext } from './TaskContext';

/** @throws NotFoundError when there is no such cluster */
export async function requireCluster(
  options: MagnumActionOptions,
  ctx: TaskContext,
  request: OpenClusterOptions,
): Promise<{ errand: Errand; cluster: MagnumCluster }> {
  const { errand, cluster } = await openCluster(options, ctx, request);
  if (!cluster) {
    throw new NotFoundError(
      `The cloud ${errand.cloud.name} has no cluster ${request.id}`,
    );
  }
  return { errand, cluster };
}
