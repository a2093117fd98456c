import { GitHub, Repository } from '../../github';
import { ImageStore } from '../../images';
import { isTruthy } from '../expressions/conversions';
import { Conclusion, Contexts, JobRun, WorkflowRun } from '../types';
import { Workflow } from '../workflows/types';
import { ConcurrencyGroups } from './ConcurrencyGroups';
import { completeJob } from './completeJob';
import { conclusionOf } from './conclusionOf';
import { executeJob } from './executeJob';
import { JobQueue, JobRunner, QueuedJob } from './JobQueue';
import { LoadedWorkflows } from './LoadedWorkflows';
import { newJob } from './newJob';
import { PlannedJob, planJobs } from './planJobs';
import { runContexts } from './runContexts';
import { RunningJobs } from './RunningJobs';
import { readConcurrencyGroup } from './readConcurrencyGroup';
import { RunReporter } from './RunReporter';
import { RunStore } from './RunStore';

export interface RunEngineOptions {
  github: GitHub;
  images: ImageStore;
  store: RunStore;
  registryHost: string;
  /** The end of everything: jobs are ended, and stay open for the next start. */
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

const CANCELLED = 'The operation was canceled.';

/** Moves runs on: which job may begin, which has ended, what comes of it. */
export class RunEngine implements JobQueue {
  readonly #options: RunEngineOptions;
  readonly #reporter: RunReporter;
  readonly #groups: ConcurrencyGroups;
  readonly #workflows = new LoadedWorkflows();
  readonly #running = new RunningJobs();
  readonly #listeners = new Set<() => void>();

  static create(options: RunEngineOptions): RunEngine {
    return new RunEngine(options);
  }

  private constructor(options: RunEngineOptions) {
    this.#options = options;
    this.#reporter = RunReporter.create(options.github);
    this.#groups = ConcurrencyGroups.create(options.store);
    options.signal.addEventListener('abort', () =>
      this.#running.abortAll('The sandbox is being stopped.'),
    );
  }

  /** Begins a run that has just been made or made anew. */
  start(run: WorkflowRun) {
    this.#save(run);
    this.#reportRun('requested', run);
    try {
      this.#enterGroup(run, this.#workflows.load(run));
    } catch (error) {
      run.message = (error as Error).message;
      this.#complete(run, 'startup_failure');
      return;
    }
    this.#advance(run);
  }

  /** Goes on where the last process was ended. */
  resume() {
    const { store } = this.#options;
    store.removeWorkFolders();
    const open = store.runs().filter(run => run.status !== 'completed');
    for (const run of open.reverse()) {
      try {
        this.#workflows.load(run);
      } catch (error) {
        run.message = (error as Error).message;
        this.#complete(run, 'startup_failure');
        continue;
      }
      for (const job of run.jobs.filter(j => j.status === 'in_progress')) {
        const message = `The sandbox was stopped while this job ran on ${job.runner?.name}. Run it again.`;
        this.#finishJob(run, job, 'failure', message);
      }
      this.#advance(run);
    }
  }

  cancel(run: WorkflowRun, message = CANCELLED) {
    if (run.status === 'completed') {
      return;
    }
    run.cancelled = true;
    run.message = message === CANCELLED ? run.message : message;
    for (const job of run.jobs) {
      this.#cancelJob(run, job, message);
    }
    if (run.status === 'pending') {
      this.#complete(run, 'cancelled');
    } else {
      this.#advance(run);
    }
  }

  /** Runs all jobs again, or those that have not succeeded. */
  rerun(run: WorkflowRun, which: 'all' | 'failed') {
    const isKept = ({ conclusion }: JobRun) =>
      which === 'failed' && conclusion === 'success';
    this.#options.store.removeLogs(run.jobs.filter(job => !isKept(job)));
    run.jobs = run.jobs.filter(isKept);
    const now = this.#options.now().toISOString();
    Object.assign(run, {
      attempt: run.attempt + 1,
      status: 'queued',
      conclusion: undefined,
      message: undefined,
      cancelled: false,
      startedAt: now,
    } satisfies Partial<WorkflowRun>);
    this.start(run);
  }

  /** Ends and forgets everything of a repository that is gone. */
  forgetRepository(repository: string) {
    const { store } = this.#options;
    store.runs(repository).forEach(run => this.cancel(run));
    store.forgetRepository(repository);
  }

  /** Resolves when no job runs any more. */
  settled(): Promise<void> {
    return this.#running.settled();
  }

  waiting(): QueuedJob[] {
    return this.#groups
      .free(this.#openJobs())
      .filter(({ run, job }) => this.#workflows.allowsOneMore(run, job))
      .sort((a, b) => a.job.id - b.job.id);
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
  }

  execute(
    jobId: number,
    runner: JobRunner,
    signal: AbortSignal,
  ): Promise<JobRun> | undefined {
    const queued = this.waiting().find(({ job }) => job.id === jobId);
    if (!queued || this.#options.signal.aborted) {
      return undefined;
    }
    return this.#running.start({
      jobId,
      runner,
      runnerLife: signal,
      work: controller => this.#run(queued, runner, controller, signal),
    });
  }

  async #run(
    { run, job }: QueuedJob,
    runner: JobRunner,
    controller: AbortController,
    runnerLife: AbortSignal,
  ): Promise<JobRun> {
    const { now, signal, log } = this.#options;
    const repository = this.#repositoryOf(run)!;
    job.status = 'in_progress';
    job.runner = runner;
    job.startedAt = now().toISOString();
    if (run.status !== 'in_progress') {
      run.status = 'in_progress';
      this.#reportRun('in_progress', run);
    }
    this.#save(run);
    this.#reporter.job('in_progress', { repository, run, job });

    const result = await executeJob({
      ...this.#options,
      run,
      job,
      repository,
      workflow: this.#workflows.of(run)!,
      contexts: this.#contexts(run),
      onChange: () => this.#save(run),
      controller,
    });
    this.#running.forget(job.id);
    if (signal.aborted) {
      return job;
    }
    job.outputs = result.outputs;
    job.annotations = result.annotations;
    if (result.summary) {
      this.#options.store.writeSummary(job.id, result.summary);
    }
    const conclusion = runnerLife.aborted ? 'failure' : result.conclusion;
    this.#finishJob(run, job, conclusion);
    log(
      `actions: ${run.repository} ${run.name} #${run.number}: ${job.name}: ${conclusion}`,
    );
    this.#failFast(run, job);
    this.#advance(run);
    return job;
  }

  /** Plans until nothing more can begin, and ends the run when all is done. */
  #advance(run: WorkflowRun) {
    const repository = this.#repositoryOf(run);
    const workflow = this.#workflows.of(run);
    if (
      !repository ||
      !workflow ||
      run.status === 'pending' ||
      run.status === 'completed'
    ) {
      return;
    }
    let planned: PlannedJob[];
    do {
      planned = planJobs({
        workflow,
        run,
        contexts: this.#contexts(run),
        cancelled: run.cancelled,
      });
      planned.forEach(plan => this.#addJob(repository, run, plan));
    } while (planned.length > 0);
    if (run.jobs.every(job => job.status === 'completed')) {
      this.#complete(run, conclusionOf(run));
    } else {
      this.#save(run);
    }
  }

  #addJob(repository: Repository, run: WorkflowRun, plan: PlannedJob) {
    const { store, now } = this.#options;
    const job = newJob({ id: store.nextId(), run, plan, now: now() });
    job.checkRunId = this.#reporter.createCheckRun(repository, run, job);
    run.jobs.push(job);
    this.#reporter.job('queued', { repository, run, job });
    if (plan.skipped) {
      this.#finishJob(run, job, 'skipped');
    } else if (plan.problem !== undefined) {
      this.#finishJob(run, job, 'failure', plan.problem);
    } else if (plan.concurrency) {
      this.#displaceJobs({ run, job }, plan.concurrency.cancelInProgress);
    }
  }

  #finishJob(
    run: WorkflowRun,
    job: JobRun,
    conclusion: Conclusion,
    message?: string,
  ) {
    completeJob(job, conclusion, this.#options.now().toISOString());
    if (message) {
      job.annotations.push({ level: 'error', message });
    }
    this.#save(run);
    const repository = this.#repositoryOf(run);
    if (repository) {
      this.#reporter.job('completed', { repository, run, job });
    }
  }

  #cancelJob(run: WorkflowRun, job: JobRun, message: string) {
    const isRunning = this.#running.abort(job.id, message);
    if (!isRunning && job.status !== 'completed') {
      this.#finishJob(run, job, 'cancelled', message);
    }
  }

  #failFast(run: WorkflowRun, job: JobRun) {
    const definition = this.#workflows.jobOf(run, job);
    if (
      job.conclusion === 'failure' &&
      !job.continueOnError &&
      definition &&
      isTruthy(definition.failFast)
    ) {
      run.jobs
        .filter(other => other.key === job.key && other !== job)
        .forEach(other =>
          this.#cancelJob(
            run,
            other,
            `The strategy configuration was canceled because "${job.name}" failed`,
          ),
        );
    }
  }

  #complete(run: WorkflowRun, conclusion: WorkflowRun['conclusion']) {
    run.status = 'completed';
    run.conclusion = conclusion;
    this.#save(run);
    this.#workflows.forget(run);
    this.#reportRun('completed', run);
    this.#leaveGroup(run);
  }

  #enterGroup(run: WorkflowRun, workflow: Workflow) {
    const contexts = this.#contexts(run);
    const concurrency = readConcurrencyGroup(workflow.concurrency, {
      contexts,
    });
    run.concurrencyGroup = concurrency?.group;
    for (const other of this.#groups.others(run)) {
      if (other.status === 'pending' || concurrency?.cancelInProgress) {
        this.cancel(other, ConcurrencyGroups.reason(run.concurrencyGroup));
      }
    }
    if (this.#groups.others(run).length > 0) {
      run.status = 'pending';
      this.#save(run);
    }
  }

  #leaveGroup(run: WorkflowRun) {
    const next = this.#groups.next(run);
    if (next) {
      next.status = 'queued';
      this.#advance(next);
    }
  }

  #displaceJobs(newcomer: QueuedJob, cancelInProgress: boolean) {
    const displaced = this.#groups.displaced(
      this.#openJobs(),
      newcomer,
      cancelInProgress,
    );
    const reason = ConcurrencyGroups.reason(newcomer.job.concurrencyGroup);
    for (const { run, job } of displaced) {
      this.#cancelJob(run, job, reason);
      if (run !== newcomer.run) {
        this.#advance(run);
      }
    }
  }

  #openJobs(): QueuedJob[] {
    return this.#options.store
      .runs()
      .filter(run => run.status === 'queued' || run.status === 'in_progress')
      .flatMap(run => run.jobs.map(job => ({ run, job })))
      .filter(({ job }) => job.status !== 'completed');
  }

  #contexts(run: WorkflowRun): Contexts {
    const { github } = this.#options;
    const repository = this.#repositoryOf(run)!;
    return runContexts({ github, repository, run });
  }

  #repositoryOf(run: WorkflowRun): Repository | undefined {
    const [owner, name] = run.repository.split('/');
    return this.#options.github.repositories.find(owner, name);
  }

  #reportRun(
    action: 'requested' | 'in_progress' | 'completed',
    run: WorkflowRun,
  ) {
    const repository = this.#repositoryOf(run);
    const workflow = this.#options.store.findWorkflow(run.repository, run.path);
    if (repository && workflow) {
      this.#reporter.run(action, { repository, run, workflow });
    }
  }

  #save(run: WorkflowRun) {
    // A job may outlive its repository for a moment.
    if (this.#repositoryOf(run)) {
      this.#options.store.save(run, this.#options.now());
    }
    this.#listeners.forEach(listener => listener());
  }
}
