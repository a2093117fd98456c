import { LoggerService } from '@backstage/backend-plugin-api';
import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';

/**
 * What an action said, put out and threw.
 *
 * @public
 */
export interface ActionRun {
  /** By the names of the outputs. */
  output: Record<string, JsonValue | undefined>;
  /** The task's log at level info. */
  lines: string[];
  /** `undefined` when the action succeeded. */
  error: Error | undefined;
}

/** Runs an action as the scaffolder does, without one. @public */
export async function runAction(
  // Input and output types of actions are invariant; tests give any of them.
  action: TemplateAction<any, any, any>,
  input: JsonObject,
  overrides: Partial<ActionContext<JsonObject>> = {},
): Promise<ActionRun> {
  const run: ActionRun = { output: {}, lines: [], error: undefined };
  const context = createMockActionContext({
    input,
    logger: collectLines(run.lines),
    // Without one it makes a folder and a listener for every run.
    workspacePath: 'unused',
  });
  try {
    await action.handler({
      ...context,
      ...overrides,
      output: (name, value) => {
        run.output[name as string] = value;
      },
    });
  } catch (error) {
    run.error = error as Error;
  }
  return run;
}

function collectLines(lines: string[]): LoggerService {
  const logger: LoggerService = {
    info: line => void lines.push(line),
    error() {},
    warn() {},
    debug() {},
    child: () => logger,
  };
  return logger;
}
