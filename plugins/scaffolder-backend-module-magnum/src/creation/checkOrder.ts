import {
  MagnumCluster,
  MagnumClusterTemplate,
} from '@slipway/backstage-plugin-openstack-node';
import { checkCloud, checkNameIsFree, checkValues, refuse } from '../checks';
import { Errand } from '../errands';
import { Order } from './Order';

/**
 * Checks all that can be checked and returns the template of an order.
 *
 * @throws InputError with everything that is wrong
 */
export async function checkOrder(
  errand: Errand,
  { request, marks, others, configured }: Order,
  clusters: MagnumCluster[],
): Promise<MagnumClusterTemplate> {
  const [cloud, name] = await Promise.all([
    checkCloud(errand, request, marks.project),
    checkNameIsFree(errand, {
      name: request.name,
      entityRef: marks.entityRef,
      clusters: clusters.filter(
        ({ project_id: project }) => !project || project === marks.project,
      ),
      others,
    }),
  ]);
  refuse(`The cluster ${request.name.slice(0, 80)} cannot be ordered`, [
    ...checkValues(request),
    ...(configured.includes(request.name)
      ? [
          `The name ${request.name} is that of a cluster in the configuration of the fleet; choose another one`,
        ]
      : []),
    ...name,
    ...cloud.problems,
  ]);
  return cloud.template!;
}
