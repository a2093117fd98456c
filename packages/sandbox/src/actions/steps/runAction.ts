import fs from 'node:fs';
import { interpolate } from '../expressions/interpolate';
import { runSteps } from '../jobs/runSteps';
import { scopeOf } from '../jobs/scopeOf';
import { StepError } from '../jobs/StepError';
import { StepScope } from '../jobs/types';
import { parseActionFile } from '../workflows/parseActionFile';
import { builtInActions } from './builtInActions';
import { locateAction } from './locateAction';
import { ActionCall } from './types';

const MAX_DEPTH = 10;

/** Runs what a step `uses:` and gives its outputs. */
export async function runAction(
  uses: string,
  call: ActionCall,
): Promise<Record<string, string>> {
  const { log } = call.execution;
  log.write(`##[group]Run ${uses}`);
  const names = Object.keys(call.inputs);
  if (names.length > 0) {
    log.write('with:');
    names.forEach(name => log.write(`  ${name}: ${call.inputs[name]}`));
  }
  log.write('##[endgroup]');

  const builtIn = builtInActions.get(uses.split('@')[0].toLowerCase());
  if (builtIn && uses.includes('@')) {
    return (await builtIn(call)) ?? {};
  }
  return runComposite(uses, call);
}

async function runComposite(
  uses: string,
  call: ActionCall,
): Promise<Record<string, string>> {
  const { execution, inputs, env } = call;
  const { folder, file } = await locateAction(uses, call);
  const action = parseActionFile(fs.readFileSync(file, 'utf8'), uses);
  if (action.using !== 'composite') {
    throw new StepError(
      `uses: ${uses}: actions with runs.using: ${action.using} are not supported in the sandbox, only composite ones`,
    );
  }
  if (call.scope.depth >= MAX_DEPTH) {
    throw new StepError(
      `The maximum depth of nested composite actions is ${MAX_DEPTH}`,
    );
  }
  const outer = scopeOf(execution, call.scope);
  const values = Object.entries(action.inputs).map(([name, input]) => {
    const given = inputs[name.toLowerCase()];
    if (given === undefined && input.required && input.default === undefined) {
      throw new StepError(`Input required and not supplied: ${name}`);
    }
    return [name, given ?? interpolate(input.default ?? '', outer)];
  });
  const scope: StepScope = {
    steps: {},
    inputs: Object.fromEntries(values),
    actionPath: folder,
    depth: call.scope.depth + 1,
  };
  await runInnerSteps(call, action.steps, scope, env);
  return Object.fromEntries(
    Object.entries(action.outputs).map(([name, value]) => [
      name,
      interpolate(value, scopeOf(execution, scope)),
    ]),
  );
}

/** Inside, `success()` asks about the action's own steps. */
async function runInnerSteps(
  { execution, signal }: ActionCall,
  steps: Parameters<typeof runSteps>[0]['steps'],
  scope: StepScope,
  env: Record<string, string>,
) {
  const before = execution.status;
  const outerEnv = { ...execution.env };
  Object.assign(execution.env, env);
  execution.status = 'success';
  try {
    const failure = await runSteps({ execution, steps, scope, signal });
    if (failure) {
      throw failure;
    }
  } finally {
    execution.status = before;
    for (const name of Object.keys(env)) {
      if (execution.env[name] === env[name]) {
        delete execution.env[name];
        Object.assign(
          execution.env,
          name in outerEnv ? { [name]: outerEnv[name] } : {},
        );
      }
    }
  }
}
