import fs from 'node:fs';
import path from 'node:path';
import { GitHub, Repository } from '../../github';
import { ImageStore } from '../../images';
import { interpolate } from '../expressions/interpolate';
import { githubContext } from '../runs/githubContext';
import {
  Annotation,
  Conclusion,
  Contexts,
  JobRun,
  StepRun,
  WorkflowRun,
} from '../types';
import { Workflow, WorkflowJob } from '../workflows/types';
import { createJobFolders } from './jobFolders';
import { JobLog } from './JobLog';
import { LogCommands } from './LogCommands';
import { runStep } from './runStep';
import { scopeOf } from './scopeOf';
import { stepName } from './stepName';
import { JobExecution, StepScope } from './types';

export interface RunJobOptions {
  run: WorkflowRun;
  job: JobRun;
  workflow: Workflow;
  definition: WorkflowJob;
  repository: Repository;
  github: GitHub;
  images: ImageStore;
  registryHost: string;
  /** Only for this job, removed at the end. */
  folder: string;
  logFile: string;
  /** `needs`, `matrix`, `strategy`, `inputs`, `vars`. */
  contexts: Contexts;
  token: string;
  /** Called after every change of the job's steps. */
  onChange: () => void;
  /** Aborted with an Error that says why. */
  signal: AbortSignal;
  now: () => Date;
}

export interface JobResult {
  conclusion: Conclusion;
  outputs: Record<string, string>;
  annotations: Annotation[];
  summary: string;
}

/** Runs the steps of one job, from an empty folder to its conclusion. */
export async function runJob(options: RunJobOptions): Promise<JobResult> {
  const { definition, folder } = options;
  const log = JobLog.create({ file: options.logFile, now: options.now });
  const annotations: Annotation[] = [];
  try {
    const execution = await setUp(options, log, annotations);
    const scope: StepScope = {
      steps: {},
      inputs: options.contexts.inputs as Contexts,
      actionPath: undefined,
      depth: 0,
    };
    await runAll(options, execution, scope);
    const outputs = Object.entries(definition.outputs).map(([name, value]) => [
      name,
      interpolate(value, scopeOf(execution, scope)),
    ]);
    return {
      conclusion: execution.status,
      outputs: withoutSecrets(Object.fromEntries(outputs), log),
      annotations,
      summary: execution.summary,
    };
  } catch (error) {
    const { message } = error as Error;
    log.error(message);
    annotations.push({ level: 'error', message: log.masked(message) });
    return { conclusion: 'failure', outputs: {}, annotations, summary: '' };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

async function setUp(
  options: RunJobOptions,
  log: JobLog,
  annotations: Annotation[],
): Promise<JobExecution> {
  const { run, job, workflow, definition, repository, github, token } = options;
  begin(job, 'Set up job', log, options);
  const folders = createJobFolders(options.folder, repository.fullName);
  const secrets = {
    ...github.secrets.forRepository(repository),
    GITHUB_TOKEN: token,
  };
  Object.values(secrets).forEach(secret => log.mask(secret));
  const context = {
    ...githubContext({ run, github, repository, job: job.key }),
    token,
    workspace: folders.workspace,
  };
  fs.writeFileSync(
    path.join(folders.root, 'event.json'),
    JSON.stringify(run.event.payload),
  );
  const execution: JobExecution = {
    run,
    job,
    repository,
    github,
    images: options.images,
    registryHost: options.registryHost,
    folders,
    log,
    commands: new LogCommands(log, annotations),
    annotations,
    contexts: {
      ...options.contexts,
      github: context,
      secrets,
      runner: {
        name: job.runner?.name ?? '',
        os: 'Linux',
        arch: process.arch.toUpperCase(),
        temp: folders.temp,
        tool_cache: folders.temp,
        environment: 'self-hosted',
      },
    },
    env: {},
    addedPaths: [],
    defaults: { ...workflow.defaults, ...dropUndefined(definition.defaults) },
    token,
    status: 'success',
    summary: '',
    signal: options.signal,
  };
  writeSetUp(execution);
  const scope = { steps: {}, inputs: options.contexts.inputs as Contexts };
  for (const [name, value] of [
    ...Object.entries(workflow.env),
    ...Object.entries(definition.env),
  ]) {
    execution.env[name] = interpolate(
      value,
      scopeOf(execution, { ...scope, actionPath: undefined, depth: 0 }),
    );
  }
  end(job, 'success', log, options);
  return execution;
}

function writeSetUp({ log, job, run, repository }: JobExecution) {
  log.write(`Runner name: '${job.runner?.name}'`);
  log.write("Runner group name: 'Default'");
  log.write(`Job defined at: ${run.repository}/${run.path}@${run.event.ref}`);
  log.write(`Complete job name: ${job.name}`);
  log.write(`Prepare workflow directory of ${repository.fullName}`);
}

async function runAll(
  options: RunJobOptions,
  execution: JobExecution,
  scope: StepScope,
) {
  const { job, definition, signal } = options;
  for (const [index, step] of definition.steps.entries()) {
    const running = begin(
      job,
      stepName(step, scopeOf(execution, scope)),
      execution.log,
      options,
    );
    // What must run in any case after a cancellation still gets a little time.
    const stepSignal =
      execution.status === 'cancelled' ? AbortSignal.timeout(30_000) : signal;
    const { result } = await runStep({
      execution,
      step,
      scope,
      signal: stepSignal,
    });
    scope.steps[step.id ?? `__${index}`] = result;
    if (signal.aborted && execution.status !== 'cancelled') {
      execution.status = 'cancelled';
      execution.annotations.push({
        level: 'error',
        message: signal.reason.message,
      });
    } else if (
      result.conclusion === 'failure' &&
      execution.status === 'success'
    ) {
      execution.status = 'failure';
    }
    running.conclusion = result.conclusion;
    end(job, result.conclusion, execution.log, options);
  }
  begin(job, 'Complete job', execution.log, options);
  execution.log.write('Cleaning up orphan processes');
  end(job, 'success', execution.log, options);
}

function begin(
  job: JobRun,
  name: string,
  log: JobLog,
  { now, onChange }: RunJobOptions,
): StepRun {
  const step: StepRun = {
    number: job.steps.length + 1,
    name: log.masked(name),
    status: 'in_progress',
    conclusion: undefined,
    startedAt: now().toISOString(),
    completedAt: undefined,
    lines: { from: log.lines, to: undefined },
  };
  job.steps.push(step);
  onChange();
  return step;
}

function end(
  job: JobRun,
  conclusion: Conclusion,
  log: JobLog,
  { now, onChange }: RunJobOptions,
) {
  const step = job.steps[job.steps.length - 1];
  step.status = 'completed';
  step.conclusion = conclusion;
  step.completedAt = now().toISOString();
  step.lines.to = log.lines;
  onChange();
}

// GitHub does not pass on what it knows to be secret.
function withoutSecrets(outputs: Record<string, string>, log: JobLog) {
  return Object.fromEntries(
    Object.entries(outputs).filter(([name, value]) => {
      const kept = log.masked(value) === value;
      if (!kept) {
        log.write(
          `##[warning]Skip output '${name}' since it may contain secret.`,
        );
      }
      return kept;
    }),
  );
}

function dropUndefined<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(
    Object.entries(value).filter(([, field]) => field !== undefined),
  ) as Partial<T>;
}
