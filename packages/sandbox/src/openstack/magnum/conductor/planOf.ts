import { NodeGroupPlan } from '../../types';
import { ClusterRecord } from '../store/records';

/** The node groups of a cluster that have servers, for whoever makes it real. */
export function planOf({ groups }: ClusterRecord): NodeGroupPlan[] {
  return groups
    .filter(({ nodes }) => nodes.length > 0)
    .map(group => ({
      name: group.name,
      role: group.role,
      flavor: group.flavorId,
      nodes: group.nodes.map(({ name }) => name),
      nodeLabels: group.nodeLabels,
      nodeTaints: group.nodeTaints,
    }));
}
