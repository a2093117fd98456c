import { DispatchInput, Trigger } from './types';
import { WorkflowReader } from './WorkflowReader';
import { YamlNode } from './YamlNode';

const EVENTS =
  'branch_protection_rule check_run check_suite create delete deployment deployment_status discussion discussion_comment fork gollum image_version issue_comment issues label merge_group milestone page_build project public pull_request pull_request_review pull_request_review_comment pull_request_target push registry_package release repository_dispatch schedule status watch workflow_call workflow_dispatch workflow_run'.split(
    ' ',
  );

/** Reads `on:`; which of the events ever happen here is not asked. */
export function readTriggers(
  reader: WorkflowReader,
  node: YamlNode | undefined,
): Map<string, Trigger> {
  const triggers = new Map<string, Trigger>();
  if (!node || node.value === null) {
    return triggers;
  }
  if (!node.fields) {
    for (const event of reader.strings(node) ?? []) {
      check(reader, node, event);
      triggers.set(event, {});
    }
    return triggers;
  }
  for (const [event, field] of node.fields) {
    check(reader, field, event);
    // A schedule is a list; nothing else is.
    triggers.set(event, field.items ? {} : readTrigger(reader, field));
  }
  return triggers;
}

function check(reader: WorkflowReader, node: YamlNode, event: string) {
  if (!EVENTS.includes(event)) {
    reader.problem(node, `Unexpected value '${event}'`);
  }
}

function readTrigger(reader: WorkflowReader, node: YamlNode): Trigger {
  const fields = reader.mapping(node);
  const list = (name: string) => reader.strings(fields.get(name));
  const trigger: Trigger = {
    branches: list('branches'),
    branchesIgnore: list('branches-ignore'),
    tags: list('tags'),
    tagsIgnore: list('tags-ignore'),
    paths: list('paths'),
    pathsIgnore: list('paths-ignore'),
    types: list('types'),
    inputs: Object.fromEntries(
      [...reader.mapping(fields.get('inputs'))].map(([name, input]) => [
        name,
        readInput(reader, input),
      ]),
    ),
  };
  for (const [one, other] of [
    ['branches', 'branches-ignore'],
    ['tags', 'tags-ignore'],
    ['paths', 'paths-ignore'],
  ]) {
    if (fields.has(one) && fields.has(other)) {
      reader.problem(
        node,
        `you may only define one of \`${one}\` and \`${other}\` for a single event`,
      );
    }
  }
  return trigger;
}

function readInput(reader: WorkflowReader, node: YamlNode): DispatchInput {
  const fields = reader.mapping(node);
  return {
    required: reader.scalar(fields.get('required')) === true,
    default: reader.scalar(fields.get('default')) ?? null,
    type: reader.string(fields.get('type')) ?? 'string',
    options: reader.strings(fields.get('options')) ?? [],
  };
}
