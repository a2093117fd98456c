import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { refuse } from '../checks';
import { Checkpoint } from '../creation';
import { Errand, patiently } from '../errands';
import { waitUntilIdle, waitUntilTaken } from '../watch';
import { Bounds, checkResize } from './checkResize';
import { findWorkers } from './findWorkers';

export interface ResizeClusterOptions {
  cluster: MagnumCluster;
  nodeCount: number;
  /** Name or uuid. Default: the default group of nodes. */
  nodeGroup?: string;
  /** Instead of those that the group has. */
  bounds?: Bounds;
  checkpoint: Checkpoint;
  dryRun: boolean;
}

export type ResizeClusterResult = {
  outcome: 'unchanged' | 'planned' | 'resized';
  /** Name. */
  nodeGroup: string;
};

/** Asks for a number of nodes, unless that is the number already. */
export async function resizeCluster(
  errand: Errand,
  options: ResizeClusterOptions,
): Promise<ResizeClusterResult> {
  const { nodeCount, dryRun } = options;
  const { name } = options.cluster;
  const first = await findWorkers(errand, options.cluster, options.nodeGroup);
  if (isDone(options.cluster, first, nodeCount)) {
    errand.log(
      `Cluster ${name}: ${first.name} has ${nodeCount} nodes already, ${options.cluster.status}; nothing to do`,
    );
    return { outcome: 'unchanged', nodeGroup: first.name };
  }
  const { cluster, group } = dryRun
    ? { cluster: options.cluster, group: first }
    : await whenIdle(errand, options);
  const change = `${group.name} of the cluster ${name} from ${group.node_count} to ${nodeCount} nodes`;
  refuse(
    `Cannot resize ${change}`,
    await checkResize(errand, {
      cluster,
      group,
      nodeCount,
      bounds: options.bounds,
    }),
  );
  if (dryRun) {
    errand.log(`Would resize ${change}`);
    return { outcome: 'planned', nodeGroup: group.name };
  }
  errand.log(`Resizing ${change}`);
  await ask(errand, options, { cluster, group });
  await waitUntilTaken(errand, cluster);
  await errand.tell({ uuid: cluster.uuid, change: 'updated' });
  return { outcome: 'resized', nodeGroup: group.name };
}

/** The same number is asked for again after a failure. */
function isDone(
  cluster: MagnumCluster,
  group: MagnumNodeGroup,
  wanted: number,
): boolean {
  const failed = [cluster.status, group.status].some(status =>
    status?.endsWith('_FAILED'),
  );
  return group.node_count === wanted && !failed;
}

async function whenIdle(errand: Errand, options: ResizeClusterOptions) {
  const cluster = await waitUntilIdle(errand, options.cluster);
  const group = await findWorkers(errand, cluster, options.nodeGroup);
  return { cluster, group };
}

async function ask(
  errand: Errand,
  { nodeCount, checkpoint }: ResizeClusterOptions,
  { cluster, group }: { cluster: MagnumCluster; group: MagnumNodeGroup },
): Promise<void> {
  const { cloud, signal } = errand;
  await checkpoint({
    // Another state, another try: a retry of a failed task asks again.
    key: `magnum.resize.${cluster.uuid}.${group.name}.${nodeCount}.${cluster.updated_at}`,
    fn: () =>
      patiently(errand, () =>
        cloud.magnum.resizeCluster(
          cluster.uuid,
          {
            node_count: nodeCount,
            ...(group.is_default ? {} : { nodegroup: group.name }),
          },
          { signal },
        ),
      ).then(({ uuid }) => ({ uuid })),
  });
}
