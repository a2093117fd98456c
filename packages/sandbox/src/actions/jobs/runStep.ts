import path from 'node:path';
import { Scalar, WorkflowStep } from '../workflows/types';
import { runAction } from '../steps/runAction';
import {
  evaluateCondition,
  interpolate,
  interpolateValue,
} from '../expressions/interpolate';
import { ExpressionScope } from '../expressions/evaluateExpression';
import { CommandFiles } from './CommandFiles';
import { runScript } from './runScript';
import { scopeOf } from './scopeOf';
import { StepError } from './StepError';
import { stepEnvironment } from './stepEnvironment';
import { JobExecution, StepResult, StepScope } from './types';

export interface RunStepOptions {
  execution: JobExecution;
  step: WorkflowStep;
  scope: StepScope;
  signal: AbortSignal;
  /** Called when the condition holds. */
  onStart?: () => void;
}

/** Runs one step, never throws: a failure is in the result. */
export async function runStep(
  options: RunStepOptions,
): Promise<{ result: StepResult; error?: Error }> {
  const { execution, step, scope, signal, onStart } = options;
  const outputs: Record<string, string> = {};
  try {
    if (!evaluateCondition(step.if, scopeOf(execution, scope))) {
      return { result: { outputs, outcome: 'skipped', conclusion: 'skipped' } };
    }
    onStart?.();
    Object.assign(outputs, await perform(options));
    return { result: { outputs, outcome: 'success', conclusion: 'success' } };
  } catch (error) {
    const reason = error as Error;
    if (signal.aborted) {
      execution.log.error(String(signal.reason?.message ?? signal.reason));
      const outcome = 'cancelled';
      return {
        result: { outputs, outcome, conclusion: outcome },
        error: reason,
      };
    }
    execution.log.error(reason.message);
    execution.annotations.push({
      level: 'error',
      message: execution.log.masked(reason.message),
    });
    const tolerated = isTrue(step.continueOnError, scopeOf(execution, scope));
    const conclusion = tolerated ? 'success' : 'failure';
    return {
      result: { outputs, outcome: 'failure', conclusion },
      error: reason,
    };
  }
}

async function perform(
  options: RunStepOptions,
): Promise<Record<string, string>> {
  const { execution, step, scope } = options;
  const env = interpolateMap(step.env, scopeOf(execution, scope));
  const expressions = scopeOf(execution, scope, { ...execution.env, ...env });
  const limit = minutes(step.timeoutMinutes, expressions);
  const { signal, release } = withLimit(options.signal, limit);
  try {
    if (step.uses !== undefined) {
      const inputs = Object.entries(interpolateMap(step.with, expressions)).map(
        ([name, value]) => [name.toLowerCase(), value],
      );
      return await runAction(step.uses, {
        execution,
        scope,
        inputs: Object.fromEntries(inputs),
        env,
        signal,
      });
    }
    return await performRun({ ...options, signal }, expressions, env);
  } catch (error) {
    if (signal.aborted && !options.signal.aborted) {
      throw new StepError(
        `The action '${
          step.name ?? step.run?.split('\n')[0] ?? step.uses
        }' has timed out after ${limit} minutes.`,
      );
    }
    throw error;
  } finally {
    release();
  }
}

async function performRun(
  { execution, step, scope, signal }: RunStepOptions,
  expressions: ExpressionScope,
  env: Record<string, string>,
): Promise<Record<string, string>> {
  const { defaults, folders } = execution;
  const files = CommandFiles.create(folders.temp);
  const directory = step.workingDirectory ?? defaults.workingDirectory ?? '.';
  try {
    await runScript({
      execution,
      script: interpolate(step.run ?? '', expressions),
      shell: step.shell ?? defaults.shell,
      workingDirectory: path.resolve(
        folders.workspace,
        interpolate(directory, expressions),
      ),
      env: stepEnvironment({ execution, scope, env, files }),
      signal,
    });
  } finally {
    // A step that fails has said what it has said.
    applyFiles(execution, files);
  }
  return Object.fromEntries(files.outputs());
}

const RESERVED = /^(GITHUB_|RUNNER_|NODE_OPTIONS$)/i;

function applyFiles(execution: JobExecution, files: CommandFiles) {
  for (const [name, value] of files.variables()) {
    if (RESERVED.test(name)) {
      execution.log.error(
        `Can't update ${name} environment variable using $GITHUB_ENV command.`,
      );
    } else {
      execution.env[name] = value;
    }
  }
  execution.addedPaths.unshift(...files.paths().reverse());
  execution.summary += execution.log.masked(files.summary());
}

function interpolateMap(
  map: Record<string, string>,
  scope: ExpressionScope,
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(map).map(([key, value]) => [key, interpolate(value, scope)]),
  );
}

function isTrue(value: Scalar, scope: ExpressionScope): boolean {
  return interpolateValue(value, scope) === true;
}

function minutes(value: Scalar | undefined, scope: ExpressionScope): number {
  const number = Number(
    value === undefined ? NaN : interpolateValue(value, scope),
  );
  return number > 0 ? number : Infinity;
}

/** A signal that also aborts after some minutes. */
function withLimit(signal: AbortSignal, limit: number) {
  const controller = new AbortController();
  const forward = () => controller.abort(signal.reason);
  signal.addEventListener('abort', forward, { once: true });
  if (signal.aborted) {
    forward();
  }
  const timer = Number.isFinite(limit)
    ? setTimeout(() => controller.abort(new Error('timed out')), limit * 60_000)
    : undefined;
  return {
    signal: controller.signal,
    release() {
      clearTimeout(timer);
      signal.removeEventListener('abort', forward);
    },
  };
}
