import { JobQueue, QueuedJob } from '../runs/JobQueue';
import {
  EphemeralRunnerOptions,
  EphemeralRunnerProcess,
} from './EphemeralRunnerProcess';
import { scopeOf } from './scopeOf';
import { AutoscalingRunnerSet } from './types';

export interface RunnerScaleSetOptions {
  queue: JobQueue;
  /** Something about its runners is different now, or will be to be looked at. */
  onChange: (afterMs?: number) => void;
  log: (line: string) => void;
}

/** What every runner of the set is made from. */
export type RunnerMaterials = Pick<
  EphemeralRunnerOptions,
  'client' | 'objects' | 'runnerSet' | 'registry' | 'now'
>;

const RETRY_MS = 2000;

/** Has as many runners as its jobs need, within its bounds. */
export class RunnerScaleSet {
  readonly #options: RunnerScaleSetOptions;
  readonly #runners = new Set<EphemeralRunnerProcess>();
  #set: AutoscalingRunnerSet;
  #startAgainAt = 0;
  #balancing = false;
  #make: RunnerMaterials;

  constructor(
    set: AutoscalingRunnerSet,
    make: RunnerMaterials,
    options: RunnerScaleSetOptions,
  ) {
    this.#set = set;
    this.#make = make;
    this.#options = options;
  }

  get labels(): string[] {
    return [
      this.#make.objects.scaleSetName,
      ...(this.#set.spec.runnerScaleSetLabels ?? []),
    ];
  }

  get runners(): EphemeralRunnerProcess[] {
    return [...this.#runners];
  }

  /** How many runners there should be now. */
  get desired(): number {
    const { minRunners = 0, maxRunners = Infinity } = this.#set.spec;
    const busy = this.#in('busy').length;
    return Math.min(minRunners + this.#assigned().length + busy, maxRunners);
  }

  update(set: AutoscalingRunnerSet, make: RunnerMaterials) {
    this.#set = set;
    this.#make = make;
  }

  /** Gives jobs to idle runners, starts what is missing, ends what is too many. */
  balance() {
    // Every job taken tells the queue's listeners, us among them, at once.
    if (this.#balancing) {
      return;
    }
    this.#balancing = true;
    this.#balanceOnce();
    this.#balancing = false;
  }

  #balanceOnce() {
    const assigned = this.#assigned();
    for (const runner of this.#in('idle')) {
      const next = assigned.shift();
      if (next) {
        this.#work(runner, next);
      }
    }
    const missing = this.desired - this.#runners.size;
    const mayStart = this.#make.now().getTime() >= this.#startAgainAt;
    for (let count = 0; mayStart && count < missing; count++) {
      this.#start();
    }
    const idle = this.#in('idle');
    for (let count = 0; count < -missing && idle[count]; count++) {
      this.#end(idle[count]);
    }
  }

  /** Ends all runners; jobs that run on them fail. */
  async close(): Promise<void> {
    this.#runners.forEach(runner => runner.lose());
    await Promise.all(this.runners.map(runner => this.#end(runner)));
  }

  #assigned(): QueuedJob[] {
    return this.#options.queue
      .waiting()
      .filter(({ run, job }) => this.#offers(run.repository, job.labels));
  }

  #offers(repository: string, wanted: string[]): boolean {
    const scope = scopeOf(this.#set.spec.githubConfigUrl).join('/');
    const offered = this.labels.map(label => label.toLowerCase());
    const path = `${repository}/`.toLowerCase();
    return (
      path.startsWith(`${scope.toLowerCase()}/`) &&
      wanted.length > 0 &&
      wanted.every(label => offered.includes(label.toLowerCase()))
    );
  }

  async #start() {
    const { queue, log, onChange } = this.#options;
    const runner = EphemeralRunnerProcess.create({
      ...this.#make,
      queue,
      log,
      labels: this.labels,
    });
    this.#runners.add(runner);
    try {
      await runner.start();
      onChange();
    } catch (error) {
      log(`arc: ${this.#set.metadata.name}: ${(error as Error).message}`);
      this.#startAgainAt = this.#make.now().getTime() + RETRY_MS;
      await this.#end(runner);
      onChange(RETRY_MS);
    }
  }

  async #work(runner: EphemeralRunnerProcess, job: QueuedJob) {
    try {
      if (!(await runner.work(job))) {
        return;
      }
    } catch (error) {
      this.#options.log(`arc: ${runner.name}: ${(error as Error).message}`);
    }
    await this.#end(runner);
  }

  async #end(runner: EphemeralRunnerProcess) {
    try {
      await runner.end();
    } catch (error) {
      this.#options.log(`arc: ${runner.name}: ${(error as Error).message}`);
    }
    this.#runners.delete(runner);
    this.#options.onChange();
  }

  #in(state: EphemeralRunnerProcess['state']): EphemeralRunnerProcess[] {
    return this.runners.filter(runner => runner.state === state);
  }
}
