import { NodeGroupPlan } from '../openstack';
import { NodePlan, Taint } from '../workloads';

/** The nodes of node groups, as Magnum's drivers mark them. */
export function nodesOf(groups: NodeGroupPlan[]): NodePlan[] {
  return groups.flatMap(group => {
    const { name, role, nodeLabels, nodeTaints } = group;
    const labels = {
      'magnum.openstack.org/nodegroup': name,
      'magnum.openstack.org/role': role,
      ...nodeLabels,
    };
    const taints = nodeTaints.map(readTaint);
    return group.nodes.map(node => ({
      name: node,
      role: role === 'master' ? 'control-plane' : role,
      labels,
      taints,
    }));
  });
}

/** `key=value:Effect`, as kubectl and Magnum write taints. */
function readTaint(text: string): Taint {
  const [, key, value, effect] = /^([^=:]*)=?([^:]*):?(.*)$/.exec(text)!;
  return {
    key,
    ...(value ? { value } : {}),
    effect: effect || 'NoSchedule',
  };
}
