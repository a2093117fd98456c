import { GitHub, JsonObject } from '../../github';
import { KnownWorkflow } from '../runs/RunStore';

/** A workflow as the REST API answers it. */
export function workflowJson(options: {
  github: GitHub;
  workflow: KnownWorkflow;
}): JsonObject {
  const { github, workflow } = options;
  const { repository, path, id } = workflow;
  const file = path.split('/').pop();
  return {
    id,
    node_id: nodeId('Workflow', id),
    name: workflow.name,
    path,
    state: 'active',
    created_at: workflow.createdAt,
    updated_at: workflow.updatedAt,
    url: `${github.apiUrl}/repos/${repository}/actions/workflows/${id}`,
    html_url: `${github.url}/${repository}/blob/main/${path}`,
    badge_url: `${github.url}/${repository}/actions/workflows/${file}/badge.svg`,
  };
}

/** GitHub's opaque second id of a thing. */
export function nodeId(type: string, id: number): string {
  return Buffer.from(`0:${type}:${id}`).toString('base64');
}
