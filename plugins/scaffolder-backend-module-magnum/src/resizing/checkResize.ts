import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import {
  checkGrowth,
  checkZeroNodes,
  describeNodeCountProblem,
} from '../checks';
import { Errand } from '../errands';

/** Between which numbers a group may be. */
export interface Bounds {
  least?: number | null;
  most?: number | null;
}

export interface CheckResizeOptions {
  cluster: MagnumCluster;
  group: MagnumNodeGroup;
  nodeCount: number;
  bounds?: Bounds;
}

/** What is against a number of nodes. */
export async function checkResize(
  errand: Errand,
  { cluster, group, nodeCount, bounds = {} }: CheckResizeOptions,
): Promise<string[]> {
  const labels = cluster.labels ?? {};
  if (labels.auto_scaling_enabled === 'true') {
    errand.log(
      `The autoscaler of the cluster ${cluster.name} may change the number again`,
    );
  }
  const problem = describeNodeCountProblem(nodeCount);
  const [zero, growth] = await Promise.all([
    checkZeroNodes(errand, nodeCount),
    checkGrowth(errand, {
      count: nodeCount - group.node_count,
      flavor: group.flavor_id ?? cluster.flavor_id,
      volumeGb: group.docker_volume_size ?? cluster.docker_volume_size,
    }),
  ]);
  return [
    ...(problem ? [problem] : []),
    ...checkRole(group),
    ...checkBounds(
      group.name,
      {
        least: bounds.least ?? group.min_node_count,
        most: bounds.most ?? group.max_node_count,
      },
      nodeCount,
    ),
    ...zero,
    ...growth,
  ];
}

function checkRole({ name, role }: MagnumNodeGroup): string[] {
  return role === 'master'
    ? [`${name} is the control plane, whose number of nodes stays`]
    : [];
}

function checkBounds(
  name: string,
  { least, most }: Bounds,
  wanted: number,
): string[] {
  return [
    ...(typeof least === 'number' && wanted < least
      ? [`${name} must have at least ${least} nodes`]
      : []),
    ...(typeof most === 'number' && wanted > most
      ? [`${name} may have at most ${most} nodes`]
      : []),
  ];
}
