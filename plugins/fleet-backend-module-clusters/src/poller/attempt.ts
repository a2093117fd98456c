import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import {
  isNotFound,
  OpenStackError,
} from '@slipway/backstage-plugin-openstack-node';

/** What became of one question to a cloud that answers as a whole. */
export type Attempt<T> =
  | { outcome: 'answered'; value: T }
  /** It will not answer this, however often it is asked. */
  | { outcome: 'refused'; coverage: Coverage }
  /** What it is about was deleted meanwhile. */
  | { outcome: 'gone' }
  | { outcome: 'failed'; error: string };

/** Asks a cloud something that others can be told without. */
export async function attempt<T>(
  ask: () => Promise<T>,
  signal: AbortSignal,
): Promise<Attempt<T>> {
  try {
    return { outcome: 'answered', value: await ask() };
  } catch (error) {
    signal.throwIfAborted();
    if (isNotFound(error)) {
      return { outcome: 'gone' };
    }
    if (!(error instanceof OpenStackError)) {
      throw error;
    }
    switch (error.status) {
      case 403:
        return {
          outcome: 'refused',
          coverage: { state: 'forbidden', error: error.message },
        };
      // Its microversion is too old for it.
      case 406:
        return {
          outcome: 'refused',
          coverage: { state: 'absent', error: error.message },
        };
      default:
        return { outcome: 'failed', error: error.message };
    }
  }
}
