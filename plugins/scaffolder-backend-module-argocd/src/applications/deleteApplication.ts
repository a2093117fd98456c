import { ConflictError } from '@backstage/errors';
import { formatElapsed, waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { Application, applicationReference } from './Application';
import { checkApplicationOwner } from './checkApplicationOwner';
import { findApplication, FindApplicationOptions } from './findApplication';

export interface DeleteApplicationOptions extends FindApplicationOptions {
  owner: string;
  dryRun: boolean;
  timeoutMs: number;
}

export type DeleteApplicationResult =
  | { outcome: 'absent' | 'planned' | 'deleted' }
  | { outcome: 'timed-out'; message: string };

const TRACKING_ID = 'argocd.argoproj.io/tracking-id';

/** Deletes an Application and, by its finalizer, what it deployed; waits until it is gone. */
export async function deleteApplication(
  options: DeleteApplicationOptions,
): Promise<DeleteApplicationResult> {
  const { hub, log, name } = options;
  const application = await findApplication(options);
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
  return waitUntilGone(options);
}

async function waitUntilGone(
  options: DeleteApplicationOptions,
): Promise<DeleteApplicationResult> {
  const { log, name, timeoutMs } = options;
  const waited = await waitUntil({
    ...options,
    async look() {
      const rest = await findApplication(options);
      return rest
        ? { progress: `Application ${name}: ${describeDeletion(rest)}` }
        : { result: undefined };
    },
  });
  if (waited.outcome === 'timed-out') {
    const time = formatElapsed(timeoutMs);
    return {
      outcome: 'timed-out',
      message: `${waited.progress}; not gone after ${time}`,
    };
  }
  const elapsed = formatElapsed(waited.elapsedMs);
  log(`Application ${name} is gone after ${elapsed}`);
  return { outcome: 'deleted' };
}

function describeDeletion({ status }: Application): string {
  const failed = status?.conditions?.find(
    ({ type }) => type === 'DeletionError',
  );
  return failed?.message ?? 'is being deleted';
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
