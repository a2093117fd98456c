import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { refuse } from '../checks';
import { Checkpoint } from '../creation';
import { Errand } from '../errands';
import { waitUntilIdle, waitUntilTaken } from '../watch';
import { changeNodeGroup } from './changeNodeGroup';
import { checkNodeGroup } from './checkNodeGroup';
import { findNodeGroup } from './findNodeGroup';
import { NodeGroupRequest } from './NodeGroupRequest';
import { postNodeGroup } from './postNodeGroup';

export interface EnsureNodeGroupOptions {
  cluster: MagnumCluster;
  request: NodeGroupRequest;
  checkpoint: Checkpoint;
  dryRun: boolean;
}

export type EnsureNodeGroupOutcome =
  | 'unchanged'
  | 'planned'
  | 'created'
  | 'updated';

/** Makes a node group, or makes the one of that name as it shall be. */
export async function ensureNodeGroup(
  errand: Errand,
  options: EnsureNodeGroupOptions,
): Promise<EnsureNodeGroupOutcome> {
  const { dryRun, request } = options;
  const cluster = dryRun
    ? options.cluster
    : await waitUntilIdle(errand, options.cluster);
  const group = await findNodeGroup(errand, cluster, request.name);
  return group
    ? changeNodeGroup(errand, { ...options, cluster, group })
    : create(errand, { ...options, cluster });
}

async function create(
  errand: Errand,
  { cluster, request, checkpoint, dryRun }: EnsureNodeGroupOptions,
): Promise<EnsureNodeGroupOutcome> {
  const what = `the node group ${request.name.slice(0, 80)} of the cluster ${
    cluster.name
  }`;
  refuse(`Cannot make ${what}`, await checkNodeGroup(errand, cluster, request));
  const plan = `${what}: ${request.nodeCount ?? 1} nodes of ${
    request.flavor ?? cluster.flavor_id ?? 'the same flavor'
  }`;
  if (dryRun) {
    errand.log(`Would make ${plan}`);
    return 'planned';
  }
  errand.log(`Making ${plan}`);
  await checkpoint({
    key: `magnum.nodegroup.${cluster.uuid}.${request.name}.${cluster.updated_at}`,
    fn: async () => {
      const { uuid }: MagnumNodeGroup = await postNodeGroup(errand, {
        cluster,
        request,
      });
      return { uuid };
    },
  });
  await waitUntilTaken(errand, cluster);
  await errand.tell({ uuid: cluster.uuid, change: 'updated' });
  return 'created';
}
