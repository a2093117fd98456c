import { WorkflowStep } from './types';
import { WorkflowReader } from './WorkflowReader';
import { YamlNode } from './YamlNode';

const FIELDS = [
  'id',
  'name',
  'if',
  'uses',
  'with',
  'run',
  'shell',
  'working-directory',
  'env',
  'continue-on-error',
  'timeout-minutes',
];

/** Reads the steps of a job or of a composite action. */
export function readSteps(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): WorkflowStep[] {
  const seen = new Set<string>();
  return (node?.items ?? []).map(item => {
    const step = readStep(reader, item);
    if (step.id !== undefined) {
      if (seen.has(step.id)) {
        reader.problem(
          item,
          `The identifier '${step.id}' may not be used more than once within the same scope`,
        );
      }
      seen.add(step.id);
    }
    return step;
  });
}

function readStep(reader: WorkflowReader, node: YamlNode): WorkflowStep {
  const fields = reader.mapping(node, FIELDS);
  const string = (name: string) => reader.string(fields.get(name));
  const step: WorkflowStep = {
    id: string('id'),
    name: string('name'),
    if: string('if'),
    uses: string('uses'),
    with: reader.stringMap(fields.get('with')),
    run: string('run'),
    shell: string('shell'),
    workingDirectory: string('working-directory'),
    env: reader.stringMap(fields.get('env')),
    continueOnError: reader.scalar(fields.get('continue-on-error')) ?? false,
    timeoutMinutes: reader.scalar(fields.get('timeout-minutes')),
  };
  if (step.uses !== undefined && step.run !== undefined) {
    reader.problem(node, 'a step cannot have both the `uses` and `run` keys');
  } else if (step.uses === undefined && step.run === undefined) {
    reader.problem(node, 'Required property is missing: run');
  }
  if (step.id !== undefined && !/^[a-z_][\w-]*$/i.test(step.id)) {
    reader.problem(
      node,
      `The identifier '${step.id}' is invalid. IDs may only contain alphanumeric characters, '_', and '-'. IDs must start with a letter or '_' and must be less than 100 characters.`,
    );
  }
  return step;
}
