import { Services } from '../Services';
import { JsonObject, Repository } from '../types';
import { nodeId } from './nodeId';

/** A label; all of them look alike. */
export function labelJson(
  services: Services,
  repository: Repository,
  name: string,
): JsonObject {
  const url = `${services.apiUrl}/repos/${repository.fullName}/labels`;
  return {
    id: [...name].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % 1e9,
    node_id: nodeId('Label', `${repository.id}:${name}`),
    url: `${url}/${encodeURIComponent(name)}`,
    name,
    description: null,
    color: 'ededed',
    default: false,
  };
}
