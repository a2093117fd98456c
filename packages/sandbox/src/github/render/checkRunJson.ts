import { Services } from '../Services';
import { CheckRun, JsonObject, Repository } from '../types';
import { nodeId } from './nodeId';

/** A check run as the REST API shows it. */
export function checkRunJson(
  services: Services,
  repository: Repository,
  run: CheckRun,
): JsonObject {
  const self = `${services.apiUrl}/repos/${repository.fullName}`;
  const html = `${services.url}/${repository.fullName}/runs/${run.id}`;
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('CheckRun', run.id),
    head_sha: run.sha,
    external_id: '',
    url: `${self}/check-runs/${run.id}`,
    html_url: run.detailsUrl ?? html,
    details_url: run.detailsUrl ?? html,
    status: run.status,
    conclusion: run.conclusion ?? null,
    started_at: run.startedAt ?? null,
    completed_at: run.completedAt ?? null,
    output: {
      title: run.title ?? null,
      summary: run.summary ?? null,
      text: null,
      annotations_count: 0,
      annotations_url: `${self}/check-runs/${run.id}/annotations`,
    },
    check_suite: { id: run.checkSuiteId },
    app: null,
    pull_requests: [],
  };
}
