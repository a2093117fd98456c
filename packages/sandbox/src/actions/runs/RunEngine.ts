import { GitHub } from '../../github';
import { ImageStore } from '../../images';
import { isTruthy } from '../expressions/conversions';
import { JobRun, RunConclusion, WorkflowRun } from '../types';
import { Workflow } from '../workflows/types';
import { ConcurrencyGroups } from './ConcurrencyGroups';
import { conclusionOf } from './conclusionOf';
import { executeJob } from './executeJob';
import { JobQueue, JobRunner, QueuedJob } from './JobQueue';
import { LoadedWorkflows } from './LoadedWorkflows';
import { PlannedJob, planJobs } from './planJobs';
import { RunningJobs } from './RunningJobs';
import { readConcurrencyGroup } from './readConcurrencyGroup';
import { RunLedger } from './RunLedger';
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
  readonly #ledger: RunLedger;
  readonly #groups: ConcurrencyGroups;
  readonly #workflows = new LoadedWorkflows();
  readonly #running = new RunningJobs();

  static create(options: RunEngineOptions): RunEngine {
    return new RunEngine(options);
  }

  private constructor(options: RunEngineOptions) {
    this.#options = options;
    this.#ledger = RunLedger.create(options);
    this.#groups = ConcurrencyGroups.create(options.store);
    options.signal.addEventListener('abort', () =>
      this.#running.abortAll('The sandbox is being stopped.'),
    );
  }

  /** Begins a run that has just been made or made anew. */
  start(run: WorkflowRun) {
    this.#ledger.startRun(run);
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
        this.#ledger.finishJob(run, job, {
          conclusion: 'failure',
          message: `The sandbox was stopped while this job ran on ${job.runner?.name}. Run it again.`,
        });
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
    this.#ledger.onChange(listener);
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
    const { signal, log } = this.#options;
    this.#ledger.startJob(run, job, runner);
    const result = await executeJob({
      ...this.#options,
      run,
      job,
      repository: this.#ledger.repositoryOf(run)!,
      workflow: this.#workflows.of(run)!,
      contexts: this.#ledger.contexts(run),
      onChange: () => this.#ledger.save(run),
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
    this.#ledger.finishJob(run, job, { conclusion });
    log(
      `actions: ${run.repository} ${run.name} #${run.number}: ${job.name}: ${conclusion}`,
    );
    this.#failFast(run, job);
    this.#advance(run);
    return job;
  }

  /** Plans until nothing more can begin, and ends the run when all is done. */
  #advance(run: WorkflowRun) {
    const workflow = this.#workflows.of(run);
    if (
      !this.#ledger.repositoryOf(run) ||
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
        contexts: this.#ledger.contexts(run),
        cancelled: run.cancelled,
      });
      planned.forEach(plan => this.#addJob(run, plan));
    } while (planned.length > 0);
    if (run.jobs.every(job => job.status === 'completed')) {
      this.#complete(run, conclusionOf(run));
    } else {
      this.#ledger.save(run);
    }
  }

  #addJob(run: WorkflowRun, plan: PlannedJob) {
    const job = this.#ledger.addJob(run, plan);
    if (plan.skipped) {
      this.#ledger.finishJob(run, job, { conclusion: 'skipped' });
    } else if (plan.problem !== undefined) {
      this.#ledger.finishJob(run, job, {
        conclusion: 'failure',
        message: plan.problem,
      });
    } else if (plan.concurrency) {
      this.#displaceJobs({ run, job }, plan.concurrency.cancelInProgress);
    }
  }

  #cancelJob(run: WorkflowRun, job: JobRun, message: string) {
    const isRunning = this.#running.abort(job.id, message);
    if (!isRunning && job.status !== 'completed') {
      this.#ledger.finishJob(run, job, { conclusion: 'cancelled', message });
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

  #complete(run: WorkflowRun, conclusion: RunConclusion) {
    this.#ledger.completeRun(run, conclusion);
    this.#workflows.forget(run);
    this.#leaveGroup(run);
  }

  #enterGroup(run: WorkflowRun, workflow: Workflow) {
    const contexts = this.#ledger.contexts(run);
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
      this.#ledger.save(run);
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
}
