import { NodeGroupSlice } from '../slices';

/** Whether a group that a cluster was made with is as it was then. */
export function isBuilt(group: NodeGroupSlice | undefined): boolean {
  return group?.isDefault === true && group.status === 'CREATE_COMPLETE';
}
