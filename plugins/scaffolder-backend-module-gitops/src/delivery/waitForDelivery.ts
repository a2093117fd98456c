import {
  Clock,
  formatElapsed,
  Look,
  retry,
  waitUntil,
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

const BAD_ENDS = ['failure', 'cancelled', 'timed_out', 'startup_failure'];

/**
 * Waits until the platform repository holds a version of the service, and
 * tells how far the build is. A build or a deployment that fails ends the wait
 * at once.
 */
export async function waitForDelivery(
  options: WaitForDeliveryOptions,
): Promise<DeliveryResult> {
  const { clock, environment, log, service, signal, timeoutMs } = options;
  const waited = await waitUntil({
    ...options,
    look: () =>
      retry(() => look(options), {
        what: 'ask GitHub for the build',
        isTransient: isTransientGithubError,
        log,
        signal,
        clock,
      }),
  });
  return waited.outcome === 'done'
    ? waited.result
    : {
        outcome: 'timed-out',
        message: `${service} was not delivered to ${environment} within ${formatElapsed(
          timeoutMs,
        )}. Last seen: ${waited.progress}`,
      };
}

async function look(
  options: WaitForDeliveryOptions,
): Promise<Look<DeliveryResult>> {
  const { service, builds, deployments } = options;
  const [version, [build]] = await Promise.all([
    readVersion(options.desired, options),
    builds.list({ branch: options.branch }),
  ]);
  if (version) {
    return { result: { outcome: 'delivered', version, run: build } };
  }
  if (!build) {
    return { progress: 'The build has not been started yet' };
  }
  const built = await describe(builds, build, 'Build');
  if ('result' in built || build.status !== 'completed') {
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
): Promise<Look<DeliveryResult>> {
  const jobs = await runs.jobs(run.id);
  if (run.conclusion && BAD_ENDS.includes(run.conclusion)) {
    const job = jobs.find(({ conclusion }) => conclusion !== 'success');
    const error = job && (await runs.errorOf(job.id));
    const message =
      `${what} ended with ${run.conclusion}${job ? where(job) : ''}` +
      `${error ? `: ${error}` : ''} (${run.url})`;
    return { result: { outcome: 'failed', message } };
  }
  const job = jobs.find(({ status }) => status === 'in_progress');
  return {
    progress: `${what} ${run.url} is ${run.status}${job ? where(job) : ''}`,
  };
}

function where(job: WorkflowJob): string {
  return ` in job ${job.name}${job.step ? `, step "${job.step}"` : ''}`;
}
