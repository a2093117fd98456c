import { ServiceError } from '../../http/ServiceError';

/** Refuses a number of nodes outside of a group's own bounds. */
export function requireBounds(group: {
  name: string;
  nodeCount: number;
  minNodeCount: number;
  maxNodeCount?: number;
}): void {
  const { name, nodeCount, minNodeCount, maxNodeCount } = group;
  if (maxNodeCount !== undefined && minNodeCount > maxNodeCount) {
    throw refusal(
      `max_node_count for ${name} is invalid (min_node_count (${minNodeCount}) should be less or equal to max_node_count (${maxNodeCount})).`,
    );
  }
  if (minNodeCount > nodeCount) {
    throw refusal(
      `min_node_count for ${name} is invalid (min_node_count (${minNodeCount}) should be less or equal to node_count (${nodeCount})).`,
    );
  }
  if (maxNodeCount !== undefined && nodeCount > maxNodeCount) {
    throw refusal(
      `max_node_count for ${name} is invalid (node_count (${nodeCount}) should be less or equal to max_node_count (${maxNodeCount})).`,
    );
  }
}

function refusal(text: string): ServiceError {
  return new ServiceError(409, text);
}
