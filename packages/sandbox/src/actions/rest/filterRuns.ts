import { WorkflowRun } from '../types';

type Query = Record<string, unknown>;

/** The runs that the query parameters of the list ask for. */
export function filterRuns(runs: WorkflowRun[], query: Query): WorkflowRun[] {
  const text = (name: string) =>
    typeof query[name] === 'string' ? query[name] : undefined;
  const wanted: [string | undefined, (run: WorkflowRun) => unknown][] = [
    [text('branch'), run => run.headBranch],
    [text('event'), run => run.event.name],
    [text('head_sha'), run => run.event.sha],
    [text('actor'), run => run.event.actor],
    [text('check_suite_id'), run => String(run.checkSuiteId)],
  ];
  const status = text('status');
  const created = text('created');
  return runs
    .filter(run =>
      wanted.every(([value, of]) => value === undefined || of(run) === value),
    )
    .filter(
      run => !status || run.status === status || run.conclusion === status,
    )
    .filter(run => !created || matchesDate(created, run.createdAt));
}

/** `2026-01-01`, `>=2026-01-01`, `2026-01-01..2026-02-01`. */
function matchesDate(filter: string, date: string): boolean {
  const [from, to] = filter.split('..');
  if (to !== undefined) {
    return (
      (from === '*' || date >= from) &&
      (to === '*' || date.slice(0, to.length) <= to)
    );
  }
  const [, operator, value] = /^([<>]=?)?(.*)$/.exec(filter)!;
  const day = date.slice(0, value.length);
  switch (operator) {
    case '>':
      return day > value;
    case '>=':
      return day >= value;
    case '<':
      return day < value;
    case '<=':
      return day <= value;
    default:
      return day === value;
  }
}
