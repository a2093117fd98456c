import { GitHub, Repository } from '../../github';
import { ImageStore } from '../../images';
import { interpolateValue } from '../expressions/interpolate';
import { permissionsOf } from '../jobs/permissionsOf';
import { JobResult, runJob } from '../jobs/runJob';
import { Contexts, JobRun, WorkflowRun } from '../types';
import { Workflow, WorkflowJob } from '../workflows/types';
import { needsContext } from './planJobs';
import { RunStore } from './RunStore';

export interface ExecuteJobOptions {
  run: WorkflowRun;
  job: JobRun;
  workflow: Workflow;
  repository: Repository;
  /** `github`, `vars`, `inputs`. */
  contexts: Contexts;
  github: GitHub;
  images: ImageStore;
  store: RunStore;
  registryHost: string;
  onChange: () => void;
  controller: AbortController;
  now: () => Date;
}

// GitHub gives six hours; here somebody is waiting and two cores are all.
const DEFAULT_TIMEOUT_MINUTES = 30;
const TOKEN_MS = 24 * 3600_000;
const ACTIONS_BOT = 'github-actions[bot]';

/** Runs a job with a token of its own, for as long as it may take. */
export async function executeJob(
  options: ExecuteJobOptions,
): Promise<JobResult> {
  const { run, job, workflow, github, store, controller, now } = options;
  const definition = workflow.jobs.find(({ id }) => id === job.key)!;
  const contexts: Contexts = {
    ...options.contexts,
    needs: needsContext(definition, run),
    matrix: job.matrix,
    strategy: {
      'fail-fast': definition.failFast,
      'job-index': job.index,
      'job-total': job.total,
    },
  };
  const token = github.tokens.issue({
    account: github.accounts.find(ACTIONS_BOT)!,
    scopes: {
      repositories: [run.repository],
      permissions: permissionsOf(
        definition.permissions ?? workflow.permissions,
      ),
    },
    expiresAt: new Date(now().getTime() + TOKEN_MS),
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    timer = startTimer(options, definition, contexts);
    return await runJob({
      ...options,
      definition,
      contexts,
      token,
      folder: store.workFolder(job.id),
      logFile: store.logFile(job.id),
      signal: controller.signal,
    });
  } catch (error) {
    const { message } = error as Error;
    return {
      conclusion: 'failure',
      outputs: {},
      annotations: [{ level: 'error', message }],
      summary: '',
    };
  } finally {
    clearTimeout(timer);
    github.tokens.revoke(token);
  }
}

function startTimer(
  { job, controller }: ExecuteJobOptions,
  definition: WorkflowJob,
  contexts: Contexts,
): NodeJS.Timeout {
  const { timeoutMinutes = DEFAULT_TIMEOUT_MINUTES } = definition;
  const wanted = Number(interpolateValue(timeoutMinutes, { contexts }));
  const minutes = Math.min(
    wanted > 0 ? wanted : DEFAULT_TIMEOUT_MINUTES,
    6 * 60,
  );
  return setTimeout(
    () =>
      controller.abort(
        new Error(
          `The job running on runner ${job.runner?.name} has exceeded the maximum execution time of ${minutes} minutes.`,
        ),
      ),
    minutes * 60_000,
  );
}
