import {
  Account,
  GitHub,
  GitHubError,
  JsonObject,
  readBody,
  Repository,
} from '../../github';
import { RunEngine } from '../runs/RunEngine';
import { KnownWorkflow, RunStore } from '../runs/RunStore';
import { parseWorkflow } from '../workflows/parseWorkflow';
import { Trigger } from '../workflows/types';
import { createRun } from './createRun';

export interface DispatchWorkflowOptions {
  github: GitHub;
  store: RunStore;
  engine: RunEngine;
  now: () => Date;
  repository: Repository;
  workflow: KnownWorkflow;
  /** `ref` and `inputs`, not checked yet. */
  body: unknown;
  actor: Account;
}

/** Begins a run by hand; throws a GitHubError where GitHub refuses. */
export async function dispatchWorkflow(
  options: DispatchWorkflowOptions,
): Promise<void> {
  const { github, engine, repository, workflow, actor } = options;
  const body = readBody(
    { body: options.body },
    { ref: 'string', inputs: 'object?' },
  );
  const name = body.ref.replace(/^refs\/(heads|tags)\//, '');
  const sha = await github.repositories.head(repository, name);
  if (!sha) {
    throw new GitHubError(422, `No ref found for: ${body.ref}`);
  }
  const file = await github.repositories.readFile(
    repository,
    sha,
    workflow.path,
  );
  const source = file?.toString('utf8') ?? '';
  let parsed;
  try {
    parsed = parseWorkflow(source, workflow.path);
  } catch (error) {
    throw new GitHubError(422, (error as Error).message);
  }
  const trigger = parsed.triggers.get('workflow_dispatch');
  if (!trigger) {
    throw new GitHubError(
      422,
      "Workflow does not have 'workflow_dispatch' trigger",
    );
  }
  const inputs = readInputs(trigger, (body.inputs ?? {}) as JsonObject);
  const ref = body.ref.startsWith('refs/')
    ? body.ref
    : `refs/heads/${body.ref}`;
  engine.start(
    await createRun({
      ...options,
      known: workflow,
      workflow: parsed,
      source,
      event: {
        name: 'workflow_dispatch',
        payload: {
          inputs,
          ref,
          workflow: workflow.path,
          repository: github.repositoryJson(repository),
          sender: github.accountJson(actor),
        },
        ref,
        sha,
        headRef: undefined,
        baseRef: undefined,
        actor: actor.login,
        inputs,
      },
    }),
  );
}

function readInputs(trigger: Trigger, given: JsonObject): JsonObject {
  const declared = trigger.inputs ?? {};
  const unexpected = Object.keys(given).filter(
    name => !Object.hasOwn(declared, name),
  );
  if (unexpected.length > 0) {
    throw new GitHubError(
      422,
      `Unexpected inputs provided: ${JSON.stringify(unexpected)}`,
    );
  }
  const inputs: JsonObject = {};
  for (const [name, input] of Object.entries(declared)) {
    const value = given[name] ?? input.default;
    if (input.required && (value === null || value === '')) {
      throw new GitHubError(422, `Required input '${name}' not provided`);
    }
    if (
      input.type === 'choice' &&
      value !== null &&
      !input.options.includes(String(value))
    ) {
      throw new GitHubError(
        422,
        `Provided value '${value}' for input '${name}' not in the list of allowed values`,
      );
    }
    inputs[name] =
      input.type === 'boolean' ? String(value) === 'true' : value ?? '';
  }
  return inputs;
}
