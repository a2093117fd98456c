import { NotFoundError } from '@backstage/errors';
import { formatElapsed, waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { isConflict } from '../hubs';
import {
  Application,
  applicationReference,
  OperationState,
} from './Application';
import { checkApplicationOwner } from './checkApplicationOwner';
import { findApplication, FindApplicationOptions } from './findApplication';
import { describeFailure } from './judgeApplication';

export interface SyncApplicationOptions extends FindApplicationOptions {
  owner: string;
  /** Who asked, for the Application's history. */
  username: string;
  revision?: string;
  prune: boolean;
  timeoutMs: number;
}

export type SyncApplicationResult =
  | { outcome: 'succeeded'; revision: string | undefined }
  | { outcome: 'failed' | 'timed-out'; message: string };

/** Starts a sync, after one that is running, and waits for its end. */
export async function syncApplication(
  options: SyncApplicationOptions,
): Promise<SyncApplicationResult> {
  const { name } = options;
  let before: string | undefined;
  let requested = false;
  const waited = await waitUntil<SyncApplicationResult>({
    ...options,
    async look() {
      const application = await findExisting(options);
      const state = application.status?.operationState;
      const busy = application.operation || state?.phase === 'Running';
      if (requested && !busy && state && state.startedAt !== before) {
        return { result: resultOf(name, state) };
      }
      if (!requested && !busy) {
        before = state?.startedAt;
        requested = await request(options, application);
      }
      const words = requested
        ? describeSync(state?.startedAt === before ? undefined : state)
        : 'another operation is running; waiting for its end';
      return { progress: `Application ${name}: ${words}` };
    },
  });
  if (waited.outcome === 'timed-out') {
    const time = formatElapsed(options.timeoutMs);
    return {
      outcome: 'timed-out',
      message: `${waited.progress}; not synced within ${time}`,
    };
  }
  return waited.result;
}

async function findExisting(
  options: SyncApplicationOptions,
): Promise<Application> {
  const { hub, name } = options;
  const application = await findApplication(options);
  if (!application) {
    throw new NotFoundError(`The hub ${hub.name} has no Application ${name}`);
  }
  return application;
}

/** `false` when the Application changed since it was read: look again. */
async function request(
  options: SyncApplicationOptions,
  application: Application,
): Promise<boolean> {
  const { hub, name, prune, revision, username } = options;
  await checkApplicationOwner({ ...options, application });
  try {
    const { resourceVersion } = application.metadata;
    await hub.patch(applicationReference(name), {
      metadata: { resourceVersion },
      operation: {
        initiatedBy: { username },
        sync: { prune, ...(revision && { revision }) },
      },
    });
    return true;
  } catch (error) {
    if (isConflict(error)) {
      return false;
    }
    throw error;
  }
}

function describeSync(state: OperationState | undefined): string {
  return state
    ? `sync ${state.phase}${state.message ? `: ${state.message}` : ''}`
    : 'sync requested';
}

function resultOf(name: string, state: OperationState): SyncApplicationResult {
  return state.phase === 'Succeeded'
    ? { outcome: 'succeeded', revision: state.syncResult?.revision }
    : {
        outcome: 'failed',
        message: `Application ${name}: ${describeFailure(state)}`,
      };
}
