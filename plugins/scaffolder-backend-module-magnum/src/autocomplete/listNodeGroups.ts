import { InputError } from '@backstage/errors';
import { AutocompleteResult } from './AutocompleteResult';
import { present } from './present';
import { Question } from './Question';

/** Node groups of the cluster that the context names. */
export async function listNodeGroups({
  cloud,
  context,
  signal,
}: Question): Promise<AutocompleteResult[]> {
  if (!context.cluster) {
    throw new InputError('It has to be said of which cluster');
  }
  const groups = await cloud.magnum.listNodeGroups(context.cluster, { signal });
  return groups.map(group => ({
    id: group.name,
    title: `${group.name}: ${group.node_count} × ${
      group.flavor_id ?? 'unknown flavor'
    }`,
    ...present({
      uuid: group.uuid,
      role: group.role,
      default: group.is_default ?? false,
      nodeCount: group.node_count,
      minNodeCount: group.min_node_count,
      maxNodeCount: group.max_node_count,
      flavor: group.flavor_id,
      status: group.status,
    }),
  }));
}
