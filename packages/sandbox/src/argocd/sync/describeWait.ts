import { describeTask, SyncTask } from './SyncTask';

/** What a running sync waits for, as Argo CD words it. */
export function describeWait(tasks: SyncTask[], reason?: 'deletion'): string {
  const hooks = tasks.filter(({ hook }) => hook);
  const others = tasks.filter(({ hook }) => !hook);
  const first = hooks[0] ?? others[0];
  const onHooks = hooks.length > 0;
  const healthy = onHooks ? 'completion of hook' : 'healthy state of';
  const gone = onHooks ? 'deletion of hook' : 'deletion of';
  const waiting = reason ? gone : healthy;
  const kinds = others.length ? 'resources' : 'hooks';
  const more = tasks.length > 1 ? ` and ${tasks.length - 1} more ${kinds}` : '';
  return `waiting for ${waiting} ${describeTask(first)}${more}`;
}
