import { Services } from '../Services';
import { CommitStatus, JsonObject, Repository } from '../types';
import { accountJson } from './accountJson';
import { nodeId } from './nodeId';

/** A commit status as the REST API shows it. */
export function statusJson(
  services: Services,
  repository: Repository,
  status: CommitStatus,
): JsonObject {
  const creator = services.accounts.find(status.creator);
  const account = creator ? accountJson(services, creator) : null;
  return {
    url: `${services.apiUrl}/repos/${repository.fullName}/statuses/${status.sha}`,
    avatar_url: account?.avatar_url ?? null,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description ?? null,
    target_url: status.targetUrl ?? null,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.updatedAt,
    creator: account,
  };
}
