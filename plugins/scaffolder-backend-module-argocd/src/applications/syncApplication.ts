import { NotFoundError } from '@backstage/errors';
import {
  Clock,
  formatElapsed,
  retry,
  systemClock,
} from '@slipway/backstage-plugin-fleet-node';
import { Hub, isConflict, isTransientHubError } from '../hubs';
import {
  Application,
  applicationReference,
  OperationState,
} from './Application';
import { checkApplicationOwner } from './checkApplicationOwner';
import { describeFailure } from './judgeApplication';

export interface SyncApplicationOptions {
  hub: Hub;
  name: string;
  owner: string;
  /** Who asked, for the Application's history. */
  username: string;
  revision?: string;
  prune: boolean;
  timeoutMs: number;
  log(line: string): void;
  signal?: AbortSignal;
  clock?: Clock;
}

export type SyncApplicationResult =
  | { outcome: 'succeeded'; revision: string | undefined }
  | { outcome: 'failed' | 'timed-out'; message: string };

const PAUSE_MS = 1_000;

/** Starts a sync, after one that is running, and waits for its end. */
export async function syncApplication(
  options: SyncApplicationOptions,
): Promise<SyncApplicationResult> {
  const { log, name } = options;
  const clock = options.clock ?? systemClock;
  const started = clock.now();
  let before: string | undefined;
  let requested = false;
  let said = '';
  for (;;) {
    const application = await find(options, clock);
    const state = application.status?.operationState;
    const busy = application.operation || state?.phase === 'Running';
    if (requested && !busy && state && state.startedAt !== before) {
      return resultOf(name, state);
    }
    if (!requested && !busy) {
      before = state?.startedAt;
      requested = await request(options, application);
    }
    const words = requested
      ? describeSync(state?.startedAt === before ? undefined : state)
      : 'another operation is running; waiting for its end';
    const elapsed = clock.now() - started;
    if (words !== said) {
      said = words;
      log(`Application ${name}: ${words} (${formatElapsed(elapsed)})`);
    }
    if (elapsed >= options.timeoutMs) {
      return {
        outcome: 'timed-out',
        message: `Application ${name} was not synced within ${formatElapsed(
          options.timeoutMs,
        )}: ${words}`,
      };
    }
    await clock.sleep(PAUSE_MS, options.signal);
  }
}

async function find(
  { hub, log, name, signal }: SyncApplicationOptions,
  clock: Clock,
): Promise<Application> {
  const application = await retry(
    () => hub.find<Application>(applicationReference(name)),
    {
      what: `ask the hub ${hub.name} for the Application ${name}`,
      isTransient: isTransientHubError,
      log,
      signal,
      clock,
    },
  );
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
