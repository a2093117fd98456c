import { readSteps } from './readSteps';
import { Concurrency, Permissions, RunDefaults, WorkflowJob } from './types';
import { WorkflowReader } from './WorkflowReader';
import { YamlNode } from './YamlNode';

const FIELDS = [
  'name',
  'needs',
  'if',
  'runs-on',
  'env',
  'defaults',
  'outputs',
  'steps',
  'timeout-minutes',
  'continue-on-error',
  'strategy',
  'concurrency',
  'permissions',
  'environment',
  'container',
  'services',
  'uses',
  'with',
  'secrets',
];

/** Reads one job of a workflow. */
export function readJob(
  reader: WorkflowReader,
  id: string,
  node: YamlNode,
): WorkflowJob {
  const fields = reader.mapping(node, FIELDS);
  const strategy = reader.mapping(fields.get('strategy'));
  const unsupported = unsupportedIn(fields);
  if (!fields.has('uses')) {
    for (const required of ['runs-on', 'steps']) {
      if (!fields.has(required)) {
        reader.problem(node, `Required property is missing: ${required}`);
      }
    }
  }
  return {
    id,
    name: reader.string(fields.get('name')),
    needs: reader.strings(fields.get('needs')) ?? [],
    if: reader.string(fields.get('if')),
    runsOn: readRunsOn(reader, fields.get('runs-on')),
    env: reader.stringMap(fields.get('env')),
    defaults: readDefaults(reader, fields.get('defaults')),
    outputs: reader.stringMap(fields.get('outputs')),
    steps: readSteps(reader, fields.get('steps')),
    timeoutMinutes: reader.scalar(fields.get('timeout-minutes')),
    continueOnError: reader.scalar(fields.get('continue-on-error')) ?? false,
    matrix: strategy.get('matrix')?.value,
    failFast: reader.scalar(strategy.get('fail-fast')) ?? true,
    maxParallel: reader.scalar(strategy.get('max-parallel')),
    concurrency: readConcurrency(reader, fields.get('concurrency')),
    permissions: readPermissions(reader, fields.get('permissions')),
    unsupported,
  };
}

function unsupportedIn(fields: Map<string, YamlNode>): string | undefined {
  if (fields.has('uses')) {
    return `reusable workflows (uses: ${fields.get('uses')?.value})`;
  }
  return ['container', 'services'].find(name => fields.has(name));
}

function readRunsOn(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): string | string[] {
  if (node?.fields) {
    return reader.strings(node.fields.get('labels')) ?? [];
  }
  return node?.items ? reader.strings(node) ?? [] : reader.string(node) ?? [];
}

/** Reads `defaults.run`. */
export function readDefaults(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): RunDefaults {
  const run = reader.mapping(reader.mapping(node, ['run']).get('run'));
  return {
    shell: reader.string(run.get('shell')),
    workingDirectory: reader.string(run.get('working-directory')),
  };
}

/** Reads `concurrency`: a group, or a mapping. */
export function readConcurrency(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): Concurrency | undefined {
  if (!node || node.value === null) {
    return undefined;
  }
  if (!node.fields) {
    return { group: reader.string(node) ?? '', cancelInProgress: false };
  }
  const fields = reader.mapping(node, ['group', 'cancel-in-progress', 'queue']);
  const group = reader.string(fields.get('group'));
  if (group === undefined) {
    reader.problem(node, 'Required property is missing: group');
  }
  return {
    group: group ?? '',
    cancelInProgress: reader.scalar(fields.get('cancel-in-progress')) ?? false,
  };
}

/** Reads `permissions`. */
export function readPermissions(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): Permissions | undefined {
  if (!node || node.value === null) {
    return undefined;
  }
  if (!node.fields) {
    const all = reader.string(node);
    if (all === 'read-all' || all === 'write-all') {
      return all;
    }
    reader.problem(node, `Unexpected value '${all}'`);
    return undefined;
  }
  const levels: Record<string, 'read' | 'write' | 'none'> = {};
  for (const [area, field] of node.fields) {
    const level = reader.string(field);
    if (level === 'read' || level === 'write' || level === 'none') {
      levels[area] = level;
    } else {
      reader.problem(field, `Unexpected value '${level}'`);
    }
  }
  return levels;
}
