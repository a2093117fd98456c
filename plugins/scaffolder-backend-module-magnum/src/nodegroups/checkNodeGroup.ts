import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import {
  checkGrowth,
  checkZeroNodes,
  describeNodeCountProblem,
} from '../checks';
import { Errand } from '../errands';
import { NodeGroupRequest } from './NodeGroupRequest';

const NAME = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;

/** What is against a new node group. */
export async function checkNodeGroup(
  errand: Errand,
  cluster: MagnumCluster,
  request: NodeGroupRequest,
): Promise<string[]> {
  const count = request.nodeCount ?? 1;
  const [zero, growth] = await Promise.all([
    checkZeroNodes(errand, count),
    checkGrowth(errand, {
      count,
      flavor: request.flavor ?? cluster.flavor_id,
      volumeGb: cluster.docker_volume_size,
    }),
  ]);
  return [
    ...(NAME.test(request.name)
      ? []
      : [
          `The name "${request.name.slice(
            0,
            80,
          )}" has to be of at most 63 lower-case letters, digits and dashes and begin with a letter`,
        ]),
    ...describeBoundProblems(request, count),
    ...zero,
    ...growth,
  ];
}

/** What is wrong with the bounds of a node group by themselves. */
export function describeBoundProblems(
  { minNodeCount: least, maxNodeCount: most }: NodeGroupRequest,
  count: number,
): string[] {
  const problem = [count, least ?? 0, most ?? 1]
    .map(describeNodeCountProblem)
    .find(text => text !== undefined);
  return [
    ...(problem ? [problem] : []),
    ...(least !== undefined && count < least
      ? [`${count} nodes are less than the least number, ${least}`]
      : []),
    ...(most !== undefined && count > most
      ? [`${count} nodes are more than the greatest number, ${most}`]
      : []),
  ];
}
