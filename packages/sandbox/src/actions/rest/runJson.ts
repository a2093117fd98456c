import { GitHub, JsonObject, Repository } from '../../github';
import { WorkflowRun } from '../types';
import { nodeId } from './workflowJson';

/** A workflow run as the REST API answers it. */
export function runJson(options: {
  github: GitHub;
  repository: Repository;
  run: WorkflowRun;
}): JsonObject {
  const { github, repository, run } = options;
  const api = `${github.apiUrl}/repos/${run.repository}/actions`;
  const url = `${api}/runs/${run.id}`;
  const account = github.accounts.find(run.event.actor);
  const actor = account ? github.accountJson(account) : null;
  const repositoryJson = github.repositoryJson(repository);
  return {
    id: run.id,
    name: run.name,
    node_id: nodeId('WorkflowRun', run.id),
    head_branch: run.headBranch,
    head_sha: run.event.sha,
    path: `${run.path}@${run.event.ref}`,
    display_title: run.displayTitle,
    run_number: run.number,
    event: run.event.name,
    status: run.status,
    conclusion: run.conclusion ?? null,
    workflow_id: run.workflowId,
    check_suite_id: run.checkSuiteId,
    check_suite_node_id: nodeId('CheckSuite', run.checkSuiteId),
    url,
    html_url: `${github.url}/${run.repository}/actions/runs/${run.id}`,
    pull_requests: [],
    created_at: run.createdAt,
    updated_at: run.updatedAt,
    actor,
    run_attempt: run.attempt,
    referenced_workflows: [],
    run_started_at: run.startedAt,
    triggering_actor: actor,
    jobs_url: `${url}/jobs`,
    logs_url: `${url}/logs`,
    check_suite_url: `${github.apiUrl}/repos/${run.repository}/check-suites/${run.checkSuiteId}`,
    artifacts_url: `${url}/artifacts`,
    cancel_url: `${url}/cancel`,
    rerun_url: `${url}/rerun`,
    previous_attempt_url: null,
    workflow_url: `${api}/workflows/${run.workflowId}`,
    head_commit: {
      id: run.event.sha,
      tree_id: run.commit.treeId,
      message: run.commit.message,
      timestamp: run.commit.timestamp,
      author: run.commit.author,
      committer: run.commit.author,
    },
    repository: repositoryJson,
    head_repository: repositoryJson,
  };
}
