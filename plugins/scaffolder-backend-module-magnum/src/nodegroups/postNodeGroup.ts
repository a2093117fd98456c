import { toError } from '@backstage/errors';
import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, isAnswerLost } from '../errands';
import { findNodeGroup } from './findNodeGroup';
import { NodeGroupRequest } from './NodeGroupRequest';

export interface PostNodeGroupOptions {
  cluster: MagnumCluster;
  request: NodeGroupRequest;
}

const LOOK_FOR_MS = 10_000;
const LOOK_EVERY_MS = 1_000;

/**
 * Asks Magnum for a node group. Names of groups are unique in a cluster, so one
 * that was made although no answer came is found by its name.
 */
export async function postNodeGroup(
  errand: Errand,
  { cluster, request }: PostNodeGroupOptions,
): Promise<MagnumNodeGroup> {
  const { clock, cloud, log, signal } = errand;
  try {
    return await cloud.magnum.createNodeGroup(
      cluster.uuid,
      {
        name: request.name,
        node_count: request.nodeCount ?? 1,
        min_node_count: request.minNodeCount,
        max_node_count: request.maxNodeCount,
        role: request.role,
        flavor_id: request.flavor,
        labels: request.labels,
        merge_labels: true,
      },
      { signal },
    );
  } catch (error) {
    signal?.throwIfAborted();
    if (!isAnswerLost(error)) {
      throw error;
    }
    log(`${toError(error).message}; looking whether it was made`);
    for (const deadline = clock.now() + LOOK_FOR_MS; clock.now() < deadline; ) {
      const made = await findNodeGroup(errand, cluster, request.name);
      if (made) {
        log(`Magnum has made it: ${made.uuid}`);
        return made;
      }
      await clock.sleep(LOOK_EVERY_MS, signal);
    }
    throw error;
  }
}
