import { GitHub, Repository } from '../../github';
import {
  Conclusion,
  Contexts,
  JobRun,
  RunConclusion,
  WorkflowRun,
} from '../types';
import { completeJob } from './completeJob';
import { JobRunner } from './JobQueue';
import { newJob } from './newJob';
import { PlannedJob } from './planJobs';
import { runContexts } from './runContexts';
import { RunReporter } from './RunReporter';
import { RunStore } from './RunStore';

interface RunLedgerOptions {
  github: GitHub;
  store: RunStore;
  now: () => Date;
}

/** Writes down what becomes of runs and jobs, and tells who has to know. */
export class RunLedger {
  readonly #options: RunLedgerOptions;
  readonly #reporter: RunReporter;
  readonly #listeners = new Set<() => void>();

  static create(options: RunLedgerOptions): RunLedger {
    return new RunLedger(options);
  }

  private constructor(options: RunLedgerOptions) {
    this.#options = options;
    this.#reporter = RunReporter.create(options.github);
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
  }

  save(run: WorkflowRun) {
    // A job may outlive its repository for a moment.
    if (this.repositoryOf(run)) {
      this.#options.store.save(run, this.#options.now());
    }
    this.#listeners.forEach(listener => listener());
  }

  startRun(run: WorkflowRun) {
    this.save(run);
    this.#reportRun('requested', run);
  }

  completeRun(run: WorkflowRun, conclusion: RunConclusion) {
    run.status = 'completed';
    run.conclusion = conclusion;
    this.save(run);
    this.#reportRun('completed', run);
  }

  addJob(run: WorkflowRun, plan: PlannedJob): JobRun {
    const { store, now } = this.#options;
    const repository = this.repositoryOf(run)!;
    const job = newJob({ id: store.nextId(), run, plan, now: now() });
    job.checkRunId = this.#reporter.createCheckRun(repository, run, job);
    run.jobs.push(job);
    this.#reporter.job('queued', { repository, run, job });
    return job;
  }

  startJob(run: WorkflowRun, job: JobRun, runner: JobRunner) {
    job.status = 'in_progress';
    job.runner = runner;
    job.startedAt = this.#options.now().toISOString();
    if (run.status !== 'in_progress') {
      run.status = 'in_progress';
      this.#reportRun('in_progress', run);
    }
    this.save(run);
    const repository = this.repositoryOf(run)!;
    this.#reporter.job('in_progress', { repository, run, job });
  }

  finishJob(
    run: WorkflowRun,
    job: JobRun,
    end: { conclusion: Conclusion; message?: string },
  ) {
    completeJob(job, end.conclusion, this.#options.now().toISOString());
    if (end.message) {
      job.annotations.push({ level: 'error', message: end.message });
    }
    this.save(run);
    const repository = this.repositoryOf(run);
    if (repository) {
      this.#reporter.job('completed', { repository, run, job });
    }
  }

  contexts(run: WorkflowRun): Contexts {
    const { github } = this.#options;
    return runContexts({ github, repository: this.repositoryOf(run)!, run });
  }

  /** `undefined` once it is deleted. */
  repositoryOf(run: WorkflowRun): Repository | undefined {
    const [owner, name] = run.repository.split('/');
    return this.#options.github.repositories.find(owner, name);
  }

  #reportRun(
    action: 'requested' | 'in_progress' | 'completed',
    run: WorkflowRun,
  ) {
    const repository = this.repositoryOf(run);
    const workflow = this.#options.store.findWorkflow(run.repository, run.path);
    if (repository && workflow) {
      this.#reporter.run(action, { repository, run, workflow });
    }
  }
}
