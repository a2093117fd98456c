import { Octokit } from '@octokit/rest';
import { RepositoryAddress } from '../repository';

/** A run of a workflow, as far as waiting needs it. */
export interface WorkflowRun {
  id: number;
  title: string;
  url: string;
  createdAt: string;
  /** `queued`, `in_progress`, `completed` … */
  status: string;
  /** `success`, `failure`, `cancelled` …, once it is completed. */
  conclusion: string | undefined;
}

export interface WorkflowJob {
  id: number;
  name: string;
  status: string;
  conclusion: string | undefined;
  /** The step that runs or failed. */
  step: string | undefined;
}

/** The workflow runs of one repository. */
export class WorkflowRuns {
  readonly #client: Octokit;
  readonly #target: { owner: string; repo: string };

  static create(client: Octokit, repository: RepositoryAddress): WorkflowRuns {
    return new WorkflowRuns(client, repository);
  }

  private constructor(client: Octokit, repository: RepositoryAddress) {
    this.#client = client;
    this.#target = { owner: repository.owner, repo: repository.name };
  }

  /** Newest first. */
  async list(
    filter: { branch: string } | { event: string },
  ): Promise<WorkflowRun[]> {
    const { data } = await this.#client.rest.actions.listWorkflowRunsForRepo({
      ...this.#target,
      ...filter,
      per_page: 20,
    });
    return data.workflow_runs.map(run => ({
      id: run.id,
      title: run.display_title,
      url: run.html_url,
      createdAt: run.created_at,
      status: run.status ?? 'queued',
      conclusion: run.conclusion ?? undefined,
    }));
  }

  async jobs(run: number): Promise<WorkflowJob[]> {
    const { data } = await this.#client.rest.actions.listJobsForWorkflowRun({
      ...this.#target,
      run_id: run,
    });
    return data.jobs.map(job => ({
      id: job.id,
      name: job.name,
      status: job.status,
      conclusion: job.conclusion ?? undefined,
      step: job.steps?.find(
        step => step.status === 'in_progress' || step.conclusion === 'failure',
      )?.name,
    }));
  }

  /** What the log of a job says went wrong, where it says so. */
  async errorOf(job: number): Promise<string | undefined> {
    try {
      const { data } =
        await this.#client.rest.actions.downloadJobLogsForWorkflowRun({
          ...this.#target,
          job_id: job,
        });
      return lastError(String(data));
    } catch {
      return undefined;
    }
  }
}

function lastError(log: string): string | undefined {
  const marked = log
    .split('\n')
    .map(line => line.split('##[error]')[1]?.trim())
    .filter((text): text is string => Boolean(text));
  // The runner adds the exit code after what the command itself said.
  const said = marked.filter(text => !text.startsWith('Process completed'));
  return (said.length > 0 ? said : marked).at(-1);
}
