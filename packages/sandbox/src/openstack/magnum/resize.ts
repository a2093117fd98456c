import { ServiceError } from '../http/ServiceError';
import { findNodeGroup } from './find';
import { MagnumContext } from './MagnumContext';
import { ClusterRecord } from './store/records';
import { requireBounds } from './checks/requireBounds';

export interface ResizeOptions {
  nodeCount: number;
  nodesToRemove?: string[];
  /** @default default-worker */
  nodeGroup?: string;
}

/** Begins to give a group another number of nodes; in any state, as Magnum does. */
export function resize(
  { conductor, speed }: MagnumContext,
  cluster: ClusterRecord,
  options: ResizeOptions,
): void {
  const { nodeCount, nodesToRemove, nodeGroup = 'default-worker' } = options;
  const group = findNodeGroup(cluster, nodeGroup);
  if (group.role === 'master') {
    throw new ServiceError(
      400,
      'Resizing a master nodegroup is not supported.',
    );
  }
  requireBounds({ ...group, nodeCount });
  group.nodeCount = nodeCount;
  const shared = group.isDefault
    ? cluster.groups.filter(({ isDefault }) => isDefault)
    : [group];
  shared.forEach(each => {
    each.status = 'UPDATE_IN_PROGRESS';
    each.statusReason = undefined;
  });
  conductor.begin(
    cluster,
    { kind: 'resize', group: group.uuid, nodesToRemove },
    speed.updateMs,
  );
}
