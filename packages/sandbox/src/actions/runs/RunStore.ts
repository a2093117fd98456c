import fs from 'node:fs';
import { StateFolder } from '../../state/StateFolder';
import { JobRun, WorkflowRun } from '../types';

/** A workflow file that has been seen in a repository. */
export interface KnownWorkflow {
  id: number;
  /** As `owner/name`. */
  repository: string;
  path: string;
  name: string;
  createdAt: string;
  updatedAt: string;
  lastRunNumber: number;
}

interface Index {
  nextId: number;
  workflows: KnownWorkflow[];
}

const KEPT_RUNS = 200;

/** Workflows, runs with their jobs, and logs. */
export class RunStore {
  readonly #state: StateFolder;
  readonly #index: Index;
  readonly #runs = new Map<number, WorkflowRun>();

  static open(state: StateFolder): RunStore {
    return new RunStore(state);
  }

  private constructor(state: StateFolder) {
    this.#state = state;
    this.#index = state.readJson<Index>('index.json') ?? {
      nextId: 1001,
      workflows: [],
    };
    for (const file of fs.readdirSync(state.folder('runs'))) {
      const run = file.endsWith('.json')
        ? state.readJson<WorkflowRun>('runs', file)
        : undefined;
      if (run) {
        this.#runs.set(run.id, run);
      }
    }
  }

  nextId(): number {
    const id = this.#index.nextId;
    this.#index.nextId += 1;
    this.#saveIndex();
    return id;
  }

  workflows(repository: string): KnownWorkflow[] {
    return this.#index.workflows.filter(w => w.repository === repository);
  }

  findWorkflow(repository: string, path: string): KnownWorkflow | undefined {
    return this.workflows(repository).find(w => w.path === path);
  }

  /** Remembers a workflow file, or that it now has another name. */
  putWorkflow(
    workflow: Pick<KnownWorkflow, 'repository' | 'path' | 'name'>,
    now: Date,
  ): KnownWorkflow {
    let known = this.findWorkflow(workflow.repository, workflow.path);
    if (!known) {
      known = {
        ...workflow,
        id: this.nextId(),
        createdAt: now.toISOString(),
        updatedAt: now.toISOString(),
        lastRunNumber: 0,
      };
      this.#index.workflows.push(known);
    } else if (known.name !== workflow.name) {
      Object.assign(known, workflow, { updatedAt: now.toISOString() });
    }
    this.#saveIndex();
    return known;
  }

  nextRunNumber(workflow: KnownWorkflow): number {
    workflow.lastRunNumber += 1;
    this.#saveIndex();
    return workflow.lastRunNumber;
  }

  /** Newest first. */
  runs(repository?: string): WorkflowRun[] {
    return [...this.#runs.values()]
      .filter(run => !repository || run.repository === repository)
      .sort((a, b) => b.id - a.id);
  }

  findRun(id: number): WorkflowRun | undefined {
    return this.#runs.get(id);
  }

  findJob(id: number): { run: WorkflowRun; job: JobRun } | undefined {
    for (const run of this.#runs.values()) {
      const job = run.jobs.find(candidate => candidate.id === id);
      if (job) {
        return { run, job };
      }
    }
    return undefined;
  }

  save(run: WorkflowRun, now: Date) {
    run.updatedAt = now.toISOString();
    const isNew = !this.#runs.has(run.id);
    this.#runs.set(run.id, run);
    this.#state.writeJson(run, 'runs', `${run.id}.json`);
    if (isNew) {
      this.#forgetOld(run.repository);
    }
  }

  logFile(jobId: number): string {
    return this.#state.path('logs', `${jobId}.log`);
  }

  /** The lines of a job's log; there are none before it starts. */
  readLog(jobId: number): string {
    const file = this.logFile(jobId);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : '';
  }

  writeSummary(jobId: number, markdown: string) {
    this.#state.writeText(markdown, 'logs', `${jobId}.summary.md`);
  }

  readSummary(jobId: number): string | undefined {
    const file = this.#state.path('logs', `${jobId}.summary.md`);
    return fs.existsSync(file) ? fs.readFileSync(file, 'utf8') : undefined;
  }

  removeLogs(jobs: JobRun[]) {
    for (const { id } of jobs) {
      fs.rmSync(this.logFile(id), { force: true });
      fs.rmSync(this.#state.path('logs', `${id}.summary.md`), { force: true });
    }
  }

  /** Where a job works; nothing of it is kept. */
  workFolder(jobId: number): string {
    return this.#state.folder('work', String(jobId));
  }

  /** Removes what jobs of a former process have left. */
  removeWorkFolders() {
    fs.rmSync(this.#state.path('work'), { recursive: true, force: true });
  }

  forgetRepository(repository: string) {
    this.runs(repository).forEach(run => this.#forget(run));
    this.#index.workflows = this.#index.workflows.filter(
      workflow => workflow.repository !== repository,
    );
    this.#saveIndex();
  }

  #forgetOld(repository: string) {
    this.runs(repository)
      .filter(run => run.status === 'completed')
      .slice(KEPT_RUNS)
      .forEach(run => this.#forget(run));
  }

  #forget(run: WorkflowRun) {
    this.#runs.delete(run.id);
    fs.rmSync(this.#state.path('runs', `${run.id}.json`), { force: true });
    this.removeLogs(run.jobs);
  }

  #saveIndex() {
    this.#state.writeJson(this.#index, 'index.json');
  }
}
