import { JobRun } from '../types';
import { JobRunner } from './JobQueue';

interface RunningJob {
  controller: AbortController;
  done: Promise<JobRun>;
}

/** Jobs that run now, and how to end them. */
export class RunningJobs {
  readonly #jobs = new Map<number, RunningJob>();

  /** Begins a job; when the runner's life ends, the job does. */
  start(options: {
    jobId: number;
    runner: JobRunner;
    runnerLife: AbortSignal;
    work: (controller: AbortController) => Promise<JobRun>;
  }): Promise<JobRun> {
    const { jobId, runner, runnerLife, work } = options;
    const controller = new AbortController();
    const lost = () =>
      controller.abort(
        new Error(
          `The self-hosted runner: ${runner.name} lost communication with the server. Verify the machine is running and has a healthy network connection. Anything in your workflow that terminates the runner process, starves it for CPU/Memory, or blocks its network access can cause this error.`,
        ),
      );
    runnerLife.addEventListener('abort', lost, { once: true });
    const done = work(controller).finally(() =>
      runnerLife.removeEventListener('abort', lost),
    );
    this.#jobs.set(jobId, { controller, done });
    return done;
  }

  /** Ends a job with a reason; false when it does not run. */
  abort(jobId: number, reason: string): boolean {
    const running = this.#jobs.get(jobId);
    running?.controller.abort(new Error(reason));
    return running !== undefined;
  }

  abortAll(reason: string) {
    [...this.#jobs.keys()].forEach(jobId => this.abort(jobId, reason));
  }

  forget(jobId: number) {
    this.#jobs.delete(jobId);
  }

  /** Resolves when none of the jobs that run now runs any more. */
  async settled(): Promise<void> {
    await Promise.all([...this.#jobs.values()].map(({ done }) => done));
  }
}
