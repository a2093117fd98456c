import {
  readConcurrency,
  readDefaults,
  readJob,
  readPermissions,
} from './readJob';
import { readTriggers } from './readTriggers';
import { Workflow, WorkflowJob } from './types';
import { WorkflowReader } from './WorkflowReader';
import { parseYamlNode, YamlNode } from './YamlNode';

const FIELDS = [
  'name',
  'run-name',
  'on',
  'env',
  'defaults',
  'concurrency',
  'permissions',
  'jobs',
];

/** Reads and checks a workflow file; throws a WorkflowError with all problems. */
export function parseWorkflow(text: string, file: string): Workflow {
  const root = parseYamlNode(text, file);
  const reader = new WorkflowReader(file);
  const fields = reader.mapping(root, FIELDS);
  for (const required of ['on', 'jobs']) {
    if (!fields.has(required)) {
      reader.problem(root, `Required property is missing: ${required}`);
    }
  }
  const jobs = readJobs(reader, fields.get('jobs'));
  const workflow: Workflow = {
    name: reader.string(fields.get('name')),
    runName: reader.string(fields.get('run-name')),
    triggers: readTriggers(reader, fields.get('on')),
    env: reader.stringMap(fields.get('env')),
    defaults: readDefaults(reader, fields.get('defaults')),
    concurrency: readConcurrency(reader, fields.get('concurrency')),
    permissions: readPermissions(reader, fields.get('permissions')),
    jobs,
  };
  reader.finish();
  return workflow;
}

function readJobs(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): WorkflowJob[] {
  const fields = reader.mapping(node);
  const jobs: WorkflowJob[] = [];
  for (const [id, field] of fields) {
    if (!/^[a-z_][\w-]*$/i.test(id)) {
      reader.problem(
        field,
        `The identifier '${id}' is invalid. IDs may only contain alphanumeric characters, '_', and '-'. IDs must start with a letter or '_' and must be less than 100 characters.`,
      );
    }
    jobs.push(readJob(reader, id, field));
  }
  checkNeeds(reader, jobs, fields);
  return jobs;
}

function checkNeeds(
  reader: WorkflowReader,
  jobs: WorkflowJob[],
  fields: Map<string, YamlNode>,
) {
  const reachable = new Set<string>();
  for (const job of jobs) {
    for (const need of job.needs.filter(name => !fields.has(name))) {
      reader.problem(
        fields.get(job.id)!,
        `Job '${job.id}' depends on unknown job '${need}'.`,
      );
      reachable.add(need);
    }
  }
  let grown = true;
  while (grown) {
    const next = jobs.filter(
      job => !reachable.has(job.id) && job.needs.every(n => reachable.has(n)),
    );
    next.forEach(job => reachable.add(job.id));
    grown = next.length > 0;
  }
  const [stuck] = jobs.filter(job => !reachable.has(job.id));
  if (stuck) {
    reader.problem(
      fields.get(stuck.id)!,
      `Job '${stuck.id}' depends on job '${stuck.needs.find(
        n => !reachable.has(n),
      )}' which creates a cycle in the dependency graph.`,
    );
  }
}
