import { resourceHealth } from '../health/resourceHealth';
import { OperationPhase, ResourceResult } from '../types';
import { resultHead, SyncTask } from './SyncTask';

/** The result of a running task by the state of its object; nothing while it runs. */
export function observedResult(task: SyncTask): ResourceResult | undefined {
  const { live, hook, result } = task;
  if (!live) {
    const { group, kind, name } = result!;
    return {
      ...resultHead(task),
      ...result,
      status: 'SyncFailed',
      hookPhase: 'Error',
      message: `Resource ${group}/${kind}/${name} is missing, it might have been deleted`,
    };
  }
  const health = resourceHealth(live);
  const done = (hookPhase: OperationPhase, message = result!.message) => ({
    ...result!,
    hookPhase,
    message,
  });
  if (!health) {
    return done(
      'Succeeded',
      hook ? `${live.metadata.name} created` : undefined,
    );
  }
  switch (health.status) {
    case 'Healthy':
      return done('Succeeded', health.message);
    case 'Degraded':
      return done('Failed', health.message);
    default:
      return undefined;
  }
}
