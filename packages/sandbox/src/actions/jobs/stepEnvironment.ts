import path from 'node:path';
import { asString } from '../expressions/conversions';
import { CommandFiles } from './CommandFiles';
import { toolFolders } from './toolFolders';
import { JobExecution, StepScope } from './types';

export interface StepEnvironmentOptions {
  execution: JobExecution;
  scope: StepScope;
  /** The `env` of the step, evaluated. */
  env: Record<string, string>;
  files?: CommandFiles;
}

/** The whole environment of a step's process; nothing of ours is inherited. */
export function stepEnvironment(
  options: StepEnvironmentOptions,
): Record<string, string> {
  const { execution, scope, env, files } = options;
  const { folders, run, job } = execution;
  const basePath = [...execution.addedPaths, ...toolFolders()];
  return {
    LANG: 'C.UTF-8',
    CI: 'true',
    PATH: basePath.join(path.delimiter),
    // npm would ask its registry for a newer npm.
    npm_config_update_notifier: 'false',
    ...githubVariables(execution),
    RUNNER_NAME: job.runner?.name ?? '',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_ENVIRONMENT: 'self-hosted',
    RUNNER_TEMP: folders.temp,
    GITHUB_ACTIONS: 'true',
    GITHUB_JOB: job.key,
    GITHUB_RUN_ATTEMPT: String(run.attempt),
    GITHUB_EVENT_PATH: path.join(folders.root, 'event.json'),
    ...(scope.actionPath ? { GITHUB_ACTION_PATH: scope.actionPath } : {}),
    ...execution.env,
    ...env,
    ...files?.environment,
    HOME: folders.home,
    TMPDIR: folders.temp,
  };
}

/** `github.run_id` is also `GITHUB_RUN_ID`, and so on. */
function githubVariables({ contexts }: JobExecution): Record<string, string> {
  const context = contexts.github as Record<string, unknown>;
  return Object.fromEntries(
    Object.entries(context)
      .filter(([name, value]) => typeof value === 'string' && name !== 'token')
      .map(([name, value]) => [
        `GITHUB_${name.toUpperCase()}`,
        asString(value as string),
      ]),
  );
}
