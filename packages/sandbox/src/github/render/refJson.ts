import { Services } from '../Services';
import { JsonObject, Repository } from '../types';
import { encodePath } from './encodePath';
import { nodeId } from './nodeId';

/** A branch or tag as `/repos/…/git/refs` shows it. */
export function refJson(
  services: Services,
  repository: Repository,
  options: { ref: string; sha: string; type: string },
): JsonObject & { object: JsonObject } {
  const { ref, sha, type } = options;
  const self = `${services.apiUrl}/repos/${repository.fullName}/git`;
  return {
    ref,
    node_id: nodeId('Ref', `${repository.id}:${ref}`),
    url: `${self}/${encodePath(ref)}`,
    object: { sha, type, url: `${self}/${type}s/${sha}` },
  };
}
