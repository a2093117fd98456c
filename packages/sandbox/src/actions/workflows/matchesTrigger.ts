import { pathPattern } from '../../images/pathPattern';
import { Trigger } from './types';

/** What of an event the filters of a trigger look at. */
export interface TriggerSubject {
  /** `refs/heads/...`, `refs/tags/...`; of a pull request its base branch. */
  ref?: string;
  /** Of events that have one: `opened`, a dispatch's event type ... */
  type?: string;
  /** Types that start a workflow which names none. */
  defaultTypes?: string[];
  /** Asked only when there is a filter on paths. */
  changedFiles: () => Promise<string[]>;
}

/** Whether an event starts a workflow that has this trigger. */
export async function matchesTrigger(
  trigger: Trigger,
  subject: TriggerSubject,
): Promise<boolean> {
  return (
    matchesType(trigger, subject) &&
    matchesRef(trigger, subject.ref) &&
    (await matchesPaths(trigger, subject))
  );
}

function matchesType(trigger: Trigger, { type, defaultTypes }: TriggerSubject) {
  const wanted = trigger.types ?? defaultTypes;
  return type === undefined || !wanted || wanted.includes(type);
}

function matchesRef(trigger: Trigger, ref: string | undefined): boolean {
  if (ref === undefined) {
    return true;
  }
  const { branches, branchesIgnore, tags, tagsIgnore } = trigger;
  const isTag = ref.startsWith('refs/tags/');
  const name = ref.replace(/^refs\/(heads|tags)\//, '');
  const [include, exclude] = isTag
    ? [tags, tagsIgnore]
    : [branches, branchesIgnore];
  if (include) {
    return matchesList(include, name);
  }
  if (exclude) {
    return !matchesList(exclude, name);
  }
  // A filter on branches alone means no tags, and the other way round.
  return !(isTag ? branches ?? branchesIgnore : tags ?? tagsIgnore);
}

async function matchesPaths(trigger: Trigger, subject: TriggerSubject) {
  const { paths, pathsIgnore } = trigger;
  if (!paths && !pathsIgnore) {
    return true;
  }
  const files = await subject.changedFiles();
  return paths
    ? files.some(file => matchesList(paths, file))
    : files.some(file => !matchesList(pathsIgnore!, file));
}

/** The last pattern that fits decides; `!` takes away. */
function matchesList(patterns: string[], name: string): boolean {
  let matched = false;
  for (const pattern of patterns) {
    const negative = pattern.startsWith('!');
    if (pathPattern(negative ? pattern.slice(1) : pattern).test(name)) {
      matched = !negative;
    }
  }
  return matched;
}
