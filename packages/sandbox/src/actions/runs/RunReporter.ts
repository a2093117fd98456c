import { GitHub, Repository } from '../../github';
import { jobJson } from '../rest/jobJson';
import { runJson } from '../rest/runJson';
import { workflowJson } from '../rest/workflowJson';
import { JobRun, WorkflowRun } from '../types';
import { KnownWorkflow } from './RunStore';

/** Tells the rest of GitHub how runs and jobs go: checks and webhooks. */
export class RunReporter {
  readonly #github: GitHub;

  static create(github: GitHub): RunReporter {
    return new RunReporter(github);
  }

  private constructor(github: GitHub) {
    this.#github = github;
  }

  createCheckRun(
    repository: Repository,
    run: WorkflowRun,
    job: JobRun,
  ): number {
    return this.#github.statuses.createCheckRun(repository, {
      sha: run.event.sha,
      name: job.name,
      status: job.status,
      checkSuiteId: run.checkSuiteId,
      detailsUrl: this.#jobUrl(run, job),
    }).id;
  }

  job(
    action: 'queued' | 'in_progress' | 'completed',
    options: {
      repository: Repository;
      run: WorkflowRun;
      job: JobRun;
    },
  ) {
    const { repository, run, job } = options;
    const github = this.#github;
    github.statuses.updateCheckRun(repository, job.checkRunId, {
      status: job.status,
      conclusion: job.conclusion,
      startedAt: job.startedAt,
      completedAt: job.completedAt,
      detailsUrl: this.#jobUrl(run, job),
      title: job.annotations[0]?.message,
    });
    github.events.emit('workflow_job', {
      action,
      repository,
      sender: this.#sender(run),
      payload: { workflow_job: jobJson({ github, run, job }) },
    });
  }

  run(
    action: 'requested' | 'in_progress' | 'completed',
    options: {
      repository: Repository;
      run: WorkflowRun;
      workflow: KnownWorkflow;
    },
  ) {
    const { repository, run, workflow } = options;
    const github = this.#github;
    github.events.emit('workflow_run', {
      action,
      repository,
      sender: this.#sender(run),
      payload: {
        workflow_run: runJson({ github, repository, run }),
        workflow: workflowJson({ github, workflow }),
      },
    });
  }

  #sender(run: WorkflowRun) {
    return (
      this.#github.accounts.find(run.event.actor) ??
      this.#github.accounts.organisation
    );
  }

  #jobUrl(run: WorkflowRun, job: JobRun) {
    return `${this.#github.url}/${run.repository}/actions/runs/${run.id}/job/${
      job.id
    }`;
  }
}
