import { GitHub, JsonObject, Repository } from '../../github';
import { WorkflowRun } from '../types';

export interface GithubContextOptions {
  run: WorkflowRun;
  github: GitHub;
  repository: Repository;
  /** The key of the job, inside one. */
  job?: string;
}

/** The `github` context, without token and workspace. */
export function githubContext(options: GithubContextOptions): JsonObject {
  const { run, github, repository, job } = options;
  const { event } = run;
  const workflowRef = `${run.repository}/${run.path}@${event.ref}`;
  return {
    event: event.payload,
    event_name: event.name,
    sha: event.sha,
    ref: event.ref,
    ref_name: event.ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    ref_type: event.ref.startsWith('refs/tags/') ? 'tag' : 'branch',
    ref_protected: String(
      Object.hasOwn(
        repository.protections,
        event.ref.replace(/^refs\/heads\//, ''),
      ),
    ),
    head_ref: event.headRef ?? '',
    base_ref: event.baseRef ?? '',
    repository: run.repository,
    repository_id: String(repository.id),
    repository_owner: repository.owner,
    repositoryUrl: `${github.url}/${run.repository}.git`,
    actor: event.actor,
    triggering_actor: event.actor,
    run_id: String(run.id),
    run_number: String(run.number),
    run_attempt: String(run.attempt),
    workflow: run.name,
    workflow_ref: workflowRef,
    workflow_sha: event.sha,
    server_url: github.url,
    api_url: github.apiUrl,
    graphql_url: `${github.url}/api/graphql`,
    ...(job ? { job } : {}),
  };
}
