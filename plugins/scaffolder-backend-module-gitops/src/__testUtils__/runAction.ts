import {
  ActionContext,
  TemplateAction,
} from '@backstage/plugin-scaffolder-node';
import { createMockActionContext } from '@backstage/plugin-scaffolder-node-test-utils';
import { JsonObject, JsonValue } from '@backstage/types';
import { parse } from 'yaml';

/** What an action said and put out. */
export interface ActionRun {
  output: Record<string, JsonValue | undefined>;
  lines: string[];
  error: Error | undefined;
}

/** Runs an action as the scaffolder does, without one. */
export async function runAction(
  // Input and output types of actions are invariant; tests give any of them.
  action: TemplateAction<any, any, any>,
  input: JsonObject,
  overrides: Partial<ActionContext<JsonObject>> = {},
): Promise<ActionRun> {
  const run: ActionRun = { output: {}, lines: [], error: undefined };
  const context = createMockActionContext({
    input,
    // Without one it makes a folder and a listener for every run.
    workspacePath: 'unused',
  });
  jest
    .spyOn(context.logger, 'info')
    .mockImplementation((line: string) => void run.lines.push(line));
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

/** Input of the first step of an example. */
export function inputOf(example: { example: string }): JsonObject {
  return parse(example.example).steps[0].input;
}
