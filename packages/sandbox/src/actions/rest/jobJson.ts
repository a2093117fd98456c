import { GitHub, JsonObject } from '../../github';
import { JobRun, WorkflowRun } from '../types';
import { nodeId } from './workflowJson';

/** A job as the REST API answers it. */
export function jobJson(options: {
  github: GitHub;
  run: WorkflowRun;
  job: JobRun;
}): JsonObject {
  const { github, run, job } = options;
  const api = `${github.apiUrl}/repos/${run.repository}`;
  return {
    id: job.id,
    run_id: run.id,
    run_url: `${api}/actions/runs/${run.id}`,
    run_attempt: job.attempt,
    node_id: nodeId('CheckRun', job.id),
    head_sha: run.event.sha,
    head_branch: run.headBranch,
    url: `${api}/actions/jobs/${job.id}`,
    html_url: `${github.url}/${run.repository}/actions/runs/${run.id}/job/${job.id}`,
    status: job.status,
    conclusion: job.conclusion ?? null,
    created_at: job.createdAt,
    started_at: job.startedAt ?? job.createdAt,
    completed_at: job.completedAt ?? null,
    name: job.name,
    steps: job.steps.map(step => ({
      name: step.name,
      status: step.status,
      conclusion: step.conclusion ?? null,
      number: step.number,
      started_at: step.startedAt ?? null,
      completed_at: step.completedAt ?? null,
    })),
    check_run_url: `${api}/check-runs/${job.checkRunId}`,
    labels: job.labels,
    runner_id: job.runner?.id ?? null,
    runner_name: job.runner?.name ?? null,
    runner_group_id: job.runner ? 1 : null,
    runner_group_name: job.runner ? 'Default' : null,
    workflow_name: run.name,
  };
}
