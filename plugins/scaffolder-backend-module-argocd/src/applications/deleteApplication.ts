import { ConflictError } from '@backstage/errors';
import {
  Clock,
  formatElapsed,
  retry,
  systemClock,
} from '@slipway/backstage-plugin-fleet-node';
import { Hub, isTransientHubError } from '../hubs';
import { Application, applicationReference } from './Application';
import { checkApplicationOwner } from './checkApplicationOwner';

export interface DeleteApplicationOptions {
  hub: Hub;
  name: string;
  owner: string;
  dryRun: boolean;
  timeoutMs: number;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

export type DeleteApplicationResult =
  | { outcome: 'absent' | 'planned' | 'deleted' }
  | { outcome: 'timed-out'; message: string };

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';
const PAUSE_MS = 1_000;

/** Deletes an Application and, by its finalizer, what it deployed; waits until it is gone. */
export async function deleteApplication(
  options: DeleteApplicationOptions,
): Promise<DeleteApplicationResult> {
  const { hub, log, name } = options;
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  const find = () =>
    retry(() => hub.find<Application>(applicationReference(name)), {
      what: `ask the hub ${hub.name} for the Application ${name}`,
      isTransient: isTransientHubError,
      log,
      signal: options.signal,
      clock,
    });
  const application = await find();
  if (!application) {
    log(`The hub ${hub.name} has no Application ${name}; nothing to delete`);
    return { outcome: 'absent' };
  }
  await checkApplicationOwner({ ...options, application });
  checkNotFromGit(application);
  log(describe(application, options.dryRun));
  if (options.dryRun) {
    return { outcome: 'planned' };
  }
  await hub.delete(applicationReference(name));
  let said = '';
  for (;;) {
    const rest = await find();
    const elapsed = clock.now() - started;
    if (!rest) {
      log(`Application ${name} is gone after ${formatElapsed(elapsed)}`);
      return { outcome: 'deleted' };
    }
    const words =
      rest.status?.conditions?.find(({ type }) => type === 'DeletionError')
        ?.message ?? 'is being deleted';
    if (words !== said) {
      said = words;
      log(`Application ${name}: ${words} (${formatElapsed(elapsed)})`);
    }
    if (elapsed >= options.timeoutMs) {
      return {
        outcome: 'timed-out',
        message: `Application ${name} was not gone after ${formatElapsed(
          options.timeoutMs,
        )}: ${words}`,
      };
    }
    await clock.sleep(PAUSE_MS, options.signal);
  }
}

function checkNotFromGit({ metadata }: Application): void {
  const source = metadata.annotations?.[TRACKING_ID];
  if (source) {
    throw new ConflictError(
      `The Application ${metadata.name} is written by git (${source}) and would come back; delete its file there`,
    );
  }
}

function describe(application: Application, dryRun: boolean): string {
  const resources = (application.status?.resources ?? []).map(
    ({ kind, name, namespace }) =>
      `  ${kind} ${namespace ? `${namespace}/` : ''}${name}`,
  );
  const { name } = application.metadata;
  return [
    `${
      dryRun ? 'Would delete' : 'Deleting'
    } the Application ${name} and with it:`,
    ...(resources.length > 0 ? resources : ['  nothing']),
  ].join('\n');
}
