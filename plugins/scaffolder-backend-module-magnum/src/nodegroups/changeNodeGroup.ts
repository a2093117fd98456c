import { ConflictError } from '@backstage/errors';
import {
  MagnumNodeGroup,
  MagnumPatch,
} from '@slipway/backstage-plugin-openstack-node';
import { refuse } from '../checks';
import { Errand, patiently } from '../errands';
import { resizeCluster } from '../resizing';
import { describeBoundProblems } from './checkNodeGroup';
import type {
  EnsureNodeGroupOptions,
  EnsureNodeGroupOutcome,
} from './ensureNodeGroup';
import { NodeGroupRequest } from './NodeGroupRequest';

export interface ChangeNodeGroupOptions extends EnsureNodeGroupOptions {
  group: MagnumNodeGroup;
}

/** Bounds and the number of nodes can change; the rest is as it was made. */
export async function changeNodeGroup(
  errand: Errand,
  options: ChangeNodeGroupOptions,
): Promise<EnsureNodeGroupOutcome> {
  const { cluster, group, request, dryRun } = options;
  checkFixed(group, request);
  const count = request.nodeCount ?? group.node_count;
  refuse(
    `Cannot change the node group ${group.name}`,
    describeBoundProblems(request, count),
  );
  const patch = patchOf(group, request);
  if (patch.length > 0) {
    const bounds = `the bounds of the node group ${group.name}: ${patch
      .map(({ path, value }) => `${path.slice(1)} ${value}`)
      .join(', ')}`;
    errand.log(`${dryRun ? 'Would change' : 'Changing'} ${bounds}`);
  }
  if (patch.length > 0 && !dryRun) {
    const { cloud, signal } = errand;
    await patiently(errand, () =>
      cloud.magnum.updateNodeGroup(cluster.uuid, group.uuid, patch, { signal }),
    );
    await errand.tell({ uuid: cluster.uuid, change: 'updated' });
  }
  const resized = await resizeCluster(errand, {
    ...options,
    // Bounds that are still to come are checked above.
    bounds: { least: request.minNodeCount, most: request.maxNodeCount },
    nodeCount: count,
    nodeGroup: group.name,
  });
  if (resized.outcome === 'unchanged' && patch.length > 0) {
    return dryRun ? 'planned' : 'updated';
  }
  return resized.outcome === 'resized' ? 'updated' : resized.outcome;
}

function checkFixed(group: MagnumNodeGroup, request: NodeGroupRequest): void {
  if (group.status === 'CREATE_FAILED') {
    throw new ConflictError(
      `The node group ${group.name} is CREATE_FAILED (${
        group.status_reason || 'Magnum gives no reason'
      }); delete it, then make it again`,
    );
  }
  const fixed: [string, unknown, unknown][] = [
    ['flavor', group.flavor_id, request.flavor],
    ['role', group.role, request.role],
  ];
  for (const [what, has, wanted] of fixed) {
    if (wanted !== undefined && has !== wanted) {
      throw new ConflictError(
        `The node group ${group.name} has the ${what} ${has}, which cannot become ${wanted}; make one of another name and delete this one`,
      );
    }
  }
}

function patchOf(
  group: MagnumNodeGroup,
  { minNodeCount, maxNodeCount }: NodeGroupRequest,
): MagnumPatch[] {
  const bounds: [string, unknown, number | undefined][] = [
    ['/min_node_count', group.min_node_count, minNodeCount],
    ['/max_node_count', group.max_node_count, maxNodeCount],
  ];
  return bounds
    .filter(([, has, wanted]) => wanted !== undefined && has !== wanted)
    .map(([path, , value]) => ({ op: 'replace', path, value }));
}
