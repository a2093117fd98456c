import { GitHub, Repository } from '../../github';
import { ImageStore } from '../../images';
import { isTruthy } from '../expressions/conversions';
import { Conclusion, Contexts, JobRun, WorkflowRun } from '../types';
import { parseWorkflow } from '../workflows/parseWorkflow';
import { Workflow } from '../workflows/types';
import { executeJob } from './executeJob';
import { githubContext } from './githubContext';
import { JobQueue, JobRunner, QueuedJob } from './JobQueue';
import { jobResults, PlannedJob, planJobs } from './planJobs';
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

interface RunningJob {
  controller: AbortController;
  done: Promise<JobRun>;
}

const CANCELLED = 'The operation was canceled.';

/** Moves runs on: which job may begin, which has ended, what comes of it. */
export class RunEngine implements JobQueue {
  readonly #options: RunEngineOptions;
  readonly #reporter: RunReporter;
  readonly #workflows = new Map<number, Workflow>();
  readonly #running = new Map<number, RunningJob>();
  readonly #listeners = new Set<() => void>();

  static create(options: RunEngineOptions): RunEngine {
    return new RunEngine(options);
  }

  private constructor(options: RunEngineOptions) {
    this.#options = options;
    this.#reporter = RunReporter.create(options.github);
    options.signal.addEventListener('abort', () => {
      for (const { controller } of this.#running.values()) {
        controller.abort(new Error('The sandbox is being stopped.'));
      }
    });
  }

  /** Begins a run that has just been made or made anew. */
  start(run: WorkflowRun) {
    this.#save(run);
    this.#reportRun('requested', run);
    try {
      const workflow = parseWorkflow(run.source, run.path);
      this.#workflows.set(run.id, workflow);
      this.#enterGroup(run, workflow);
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
        this.#workflows.set(run.id, parseWorkflow(run.source, run.path));
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
    run.jobs = run.jobs.filter(
      job => which === 'failed' && job.conclusion === 'success',
    );
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
  async settled(): Promise<void> {
    await Promise.all([...this.#running.values()].map(({ done }) => done));
  }

  waiting(): QueuedJob[] {
    const jobs = this.#openJobs();
    const busyGroups = new Set(
      jobs
        .filter(({ job }) => job.status === 'in_progress')
        .map(({ run, job }) => groupKey(run, job.concurrencyGroup)),
    );
    return jobs
      .filter(({ job }) => job.status === 'queued')
      .filter(
        ({ run, job }) =>
          !busyGroups.has(groupKey(run, job.concurrencyGroup) ?? ''),
      )
      .filter(({ run, job }) => this.#isWithinMaxParallel(run, job))
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
    const controller = new AbortController();
    const lost = () =>
      controller.abort(
        new Error(
          `The self-hosted runner: ${runner.name} lost communication with the server. Verify the machine is running and has a healthy network connection. Anything in your workflow that terminates the runner process, starves it for CPU/Memory, or blocks its network access can cause this error.`,
        ),
      );
    signal.addEventListener('abort', lost, { once: true });
    const done = this.#run(queued, runner, controller, signal).finally(() =>
      signal.removeEventListener('abort', lost),
    );
    this.#running.set(jobId, { controller, done });
    return done;
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
      workflow: this.#workflows.get(run.id)!,
      contexts: this.#contexts(run),
      onChange: () => this.#save(run),
      controller,
    });
    this.#running.delete(job.id);
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
    const workflow = this.#workflows.get(run.id);
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
    const job: JobRun = {
      id: store.nextId(),
      runId: run.id,
      attempt: run.attempt,
      key: plan.key,
      name: plan.name,
      labels: plan.labels,
      matrix: plan.matrix,
      index: plan.index,
      total: plan.total,
      status: 'queued',
      conclusion: undefined,
      continueOnError: plan.continueOnError,
      concurrencyGroup: plan.concurrency?.group,
      createdAt: now().toISOString(),
      startedAt: undefined,
      completedAt: undefined,
      runner: undefined,
      steps: [],
      outputs: {},
      annotations: [],
      checkRunId: 0,
    };
    job.checkRunId = this.#reporter.createCheckRun(repository, run, job);
    run.jobs.push(job);
    this.#reporter.job('queued', { repository, run, job });
    if (plan.skipped) {
      this.#finishJob(run, job, 'skipped');
    } else if (plan.problem !== undefined) {
      this.#finishJob(run, job, 'failure', plan.problem);
    } else if (plan.concurrency) {
      this.#displaceJobs(run, job, plan.concurrency.cancelInProgress);
    }
  }

  #finishJob(
    run: WorkflowRun,
    job: JobRun,
    conclusion: Conclusion,
    message?: string,
  ) {
    const at = this.#options.now().toISOString();
    job.status = 'completed';
    job.conclusion = conclusion;
    job.startedAt ??= at;
    job.completedAt = at;
    if (message) {
      job.annotations.push({ level: 'error', message });
    }
    for (const step of job.steps.filter(s => s.status !== 'completed')) {
      step.status = 'completed';
      step.conclusion = conclusion;
      step.completedAt = at;
    }
    this.#save(run);
    const repository = this.#repositoryOf(run);
    if (repository) {
      this.#reporter.job('completed', { repository, run, job });
    }
  }

  #cancelJob(run: WorkflowRun, job: JobRun, message: string) {
    const running = this.#running.get(job.id);
    if (running) {
      running.controller.abort(new Error(message));
    } else if (job.status !== 'completed') {
      this.#finishJob(run, job, 'cancelled', message);
    }
  }

  #failFast(run: WorkflowRun, job: JobRun) {
    const definition = this.#workflows
      .get(run.id)
      ?.jobs.find(({ id }) => id === job.key);
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
    this.#workflows.delete(run.id);
    this.#reportRun('completed', run);
    this.#leaveGroup(run);
  }

  /** One run of a group at a time, and one that waits: the newest. */
  #enterGroup(run: WorkflowRun, workflow: Workflow) {
    const contexts = this.#contexts(run);
    const concurrency = readConcurrencyGroup(workflow.concurrency, {
      contexts,
    });
    run.concurrencyGroup = concurrency?.group;
    if (!concurrency) {
      return;
    }
    const others = this.#groupOf(run);
    for (const other of others) {
      if (other.status === 'pending' || concurrency.cancelInProgress) {
        this.cancel(
          other,
          `Canceling since a higher priority waiting request for ${concurrency.group} exists`,
        );
      }
    }
    if (this.#groupOf(run).length > 0) {
      run.status = 'pending';
      this.#save(run);
    }
  }

  #leaveGroup(run: WorkflowRun) {
    if (run.concurrencyGroup === undefined) {
      return;
    }
    const others = this.#groupOf(run);
    const next = others.find(({ status }) => status === 'pending');
    if (next && others.every(({ status }) => status === 'pending')) {
      next.status = 'queued';
      this.#advance(next);
    }
  }

  #groupOf(run: WorkflowRun): WorkflowRun[] {
    return this.#options.store
      .runs(run.repository)
      .filter(
        other =>
          other.id !== run.id &&
          other.status !== 'completed' &&
          other.concurrencyGroup === run.concurrencyGroup,
      );
  }

  #displaceJobs(run: WorkflowRun, job: JobRun, cancelInProgress: boolean) {
    const key = groupKey(run, job.concurrencyGroup);
    for (const other of this.#openJobs()) {
      if (
        other.job !== job &&
        groupKey(other.run, other.job.concurrencyGroup) === key &&
        (cancelInProgress || other.job.status === 'queued')
      ) {
        const message = `Canceling since a higher priority waiting request for ${job.concurrencyGroup} exists`;
        this.#cancelJob(other.run, other.job, message);
        if (other.run !== run) {
          this.#advance(other.run);
        }
      }
    }
  }

  #isWithinMaxParallel(run: WorkflowRun, job: JobRun): boolean {
    const definition = this.#workflows
      .get(run.id)
      ?.jobs.find(({ id }) => id === job.key);
    const limit = Number(definition?.maxParallel ?? Infinity);
    const active = run.jobs.filter(
      other => other.key === job.key && other.status === 'in_progress',
    );
    return !(active.length >= limit);
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
    return {
      github: githubContext({ run, github, repository }),
      vars: github.variables.forRepository(repository),
      inputs: run.event.inputs,
    };
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
    this.#options.store.save(run, this.#options.now());
    this.#listeners.forEach(listener => listener());
  }
}

function groupKey(run: WorkflowRun, group: string | undefined) {
  return group === undefined ? undefined : `${run.repository} ${group}`;
}

function conclusionOf(run: WorkflowRun): Conclusion {
  const results = [...jobResults(run).values()].map(({ result }) => result);
  for (const conclusion of ['failure', 'cancelled'] as const) {
    if (results.includes(conclusion)) {
      return conclusion;
    }
  }
  return results.every(result => result === 'skipped') ? 'skipped' : 'success';
}
