import {
  Clock,
  formatElapsed,
  retry,
  systemClock,
} from '@slipway/backstage-plugin-fleet-node';
import { GithubRepository, isTransientGithubError } from '../repository';
import { readVersion, Version } from './Version';
import { WorkflowJob, WorkflowRun, WorkflowRuns } from './WorkflowRuns';

export interface WaitForDeliveryOptions {
  service: string;
  environment: string;
  /** Branch of the service's repository that is delivered. */
  branch: string;
  /** Of the service's repository. */
  builds: WorkflowRuns;
  /** Of the platform repository. */
  deployments: WorkflowRuns;
  desired: GithubRepository;
  timeoutMs: number;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

export type DeliveryResult =
  | { outcome: 'delivered'; version: Version; run?: WorkflowRun }
  | { outcome: 'failed'; message: string }
  | { outcome: 'timed-out'; message: string };

const PAUSE_MS = 1_000;
const BAD_ENDS = ['failure', 'cancelled', 'timed_out', 'startup_failure'];

/**
 * Waits until the platform repository holds a version of the service, and
 * tells how far the build is. A build or a deployment that fails ends the wait
 * at once.
 */
export async function waitForDelivery(
  options: WaitForDeliveryOptions,
): Promise<DeliveryResult> {
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  let said = '';
  for (;;) {
    const state = await retry(() => look(options), {
      what: 'ask GitHub for the build',
      isTransient: isTransientGithubError,
      log: options.log,
      signal: options.signal,
      clock,
    });
    if ('outcome' in state) {
      return state;
    }
    const elapsed = clock.now() - started;
    if (state.progress !== said) {
      said = state.progress;
      options.log(`${said} (${formatElapsed(elapsed)})`);
    }
    if (elapsed > options.timeoutMs) {
      return {
        outcome: 'timed-out',
        message: `${options.service} was not delivered to ${
          options.environment
        } within ${formatElapsed(options.timeoutMs)}. Last seen: ${said}`,
      };
    }
    await clock.sleep(PAUSE_MS, options.signal);
  }
}

async function look(
  options: WaitForDeliveryOptions,
): Promise<DeliveryResult | { progress: string }> {
  const { service, builds, deployments } = options;
  const [version, [build]] = await Promise.all([
    readVersion(options.desired, options),
    builds.list({ branch: options.branch }),
  ]);
  if (version) {
    return { outcome: 'delivered', version, run: build };
  }
  if (!build) {
    return { progress: 'The build has not been started yet' };
  }
  const built = await describe(builds, build, 'Build');
  if ('outcome' in built || build.status !== 'completed') {
    return built;
  }
  const [deployment] = (
    await deployments.list({ event: 'repository_dispatch' })
  ).filter(
    run =>
      run.title.startsWith(`Deploy ${service} `) &&
      run.createdAt >= build.createdAt,
  );
  return deployment
    ? describe(deployments, deployment, 'Deployment')
    : { progress: 'Built; the deployment has not been started yet' };
}

async function describe(
  runs: WorkflowRuns,
  run: WorkflowRun,
  what: string,
): Promise<{ outcome: 'failed'; message: string } | { progress: string }> {
  const jobs = await runs.jobs(run.id);
  if (run.conclusion && BAD_ENDS.includes(run.conclusion)) {
    const job = jobs.find(({ conclusion }) => conclusion !== 'success');
    const error = job && (await runs.errorOf(job.id));
    return {
      outcome: 'failed',
      message:
        `${what} ended with ${run.conclusion}${job ? where(job) : ''}` +
        `${error ? `: ${error}` : ''} (${run.url})`,
    };
  }
  const job = jobs.find(({ status }) => status === 'in_progress');
  return {
    progress: `${what} ${run.url} is ${run.status}${job ? where(job) : ''}`,
  };
}

function where(job: WorkflowJob): string {
  return ` in job ${job.name}${job.step ? `, step "${job.step}"` : ''}`;
}
