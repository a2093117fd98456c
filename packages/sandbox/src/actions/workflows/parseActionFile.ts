import { readSteps } from './readSteps';
import { WorkflowStep } from './types';
import { WorkflowReader } from './WorkflowReader';
import { parseYamlNode } from './YamlNode';

/** An `action.yml`. */
export interface ActionFile {
  name: string;
  /** `composite`, `node24`, `docker` ... */
  using: string;
  inputs: Record<string, { required: boolean; default: string | undefined }>;
  outputs: Record<string, string>;
  steps: WorkflowStep[];
}

/** Reads an `action.yml`; throws a WorkflowError. */
export function parseActionFile(text: string, file: string): ActionFile {
  const reader = new WorkflowReader(file);
  const root = parseYamlNode(text, file);
  const fields = reader.mapping(root);
  const runs = reader.mapping(fields.get('runs'));
  const using = reader.string(runs.get('using'));
  if (using === undefined) {
    reader.problem(root, 'Required property is missing: runs.using');
  }
  const inputs = [...reader.mapping(fields.get('inputs'))].map(
    ([name, node]) => {
      const input = reader.mapping(node);
      const required = String(reader.scalar(input.get('required'))) === 'true';
      return [name, { required, default: reader.string(input.get('default')) }];
    },
  );
  const outputs = [...reader.mapping(fields.get('outputs'))].map(
    ([name, node]) => [
      name,
      reader.string(reader.mapping(node).get('value')) ?? '',
    ],
  );
  const steps =
    using === 'composite' ? readSteps(reader, runs.get('steps')) : [];
  reader.finish();
  return {
    name: reader.string(fields.get('name')) ?? file,
    using: using ?? '',
    inputs: Object.fromEntries(inputs),
    outputs: Object.fromEntries(outputs),
    steps,
  };
}
