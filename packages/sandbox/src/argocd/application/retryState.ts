import { timestamp } from '../../client';
import { OperationState } from '../types';

const DEFAULT_DURATION_MS = 5000;
const DEFAULT_FACTOR = 2;
const DEFAULT_MAX_MS = 3 * 60_000;

/** How a failed operation waits for its next attempt: Running, yet finished. */
export const retryState = {
  /** Until the next attempt. */
  remainingMs(state: OperationState, now: Date): number {
    const failedAt = Date.parse(state.finishedAt ?? '');
    const delay = delayMs(state, (state.retryCount ?? 1) - 1);
    return failedAt + delay - now.getTime();
  },

  /** The state with which the next attempt begins. */
  again(state: OperationState): OperationState {
    return {
      ...state,
      finishedAt: undefined,
      syncResult: undefined,
      message: `Retrying operation. Attempt #${state.retryCount}`,
    };
  },

  /** The state after a failure: waiting if attempts are left. */
  afterFailure(state: OperationState, now: Date): OperationState {
    const { retryCount = 0, operation, message } = state;
    const { limit = 0 } = operation.retry ?? {};
    if (retryCount >= limit && limit >= 0) {
      return retryCount === 0
        ? state
        : { ...state, message: `${message} (retried ${retryCount} times).` };
    }
    const at = new Date(now.getTime() + delayMs(state, retryCount));
    return {
      ...state,
      phase: 'Running',
      finishedAt: timestamp(now),
      retryCount: retryCount + 1,
      message: `${message}. Retrying attempt #${retryCount + 1} at ${kitchen(
        at,
      )}.`,
    };
  },
};

function delayMs({ operation }: OperationState, attempts: number): number {
  const { duration, factor, maxDuration } = operation.retry?.backoff ?? {};
  return Math.min(
    (milliseconds(duration) ?? DEFAULT_DURATION_MS) *
      (factor ?? DEFAULT_FACTOR) ** attempts,
    milliseconds(maxDuration) ?? DEFAULT_MAX_MS,
  );
}

function milliseconds(duration = ''): number | undefined {
  if (/^\d+$/.test(duration)) {
    return Number(duration) * 1000;
  }
  const units = { h: 3_600_000, m: 60_000, s: 1000, ms: 1 };
  const parts = [...duration.matchAll(/(\d+(?:\.\d+)?)(ms|h|m|s)/g)];
  return parts.length > 0
    ? parts.reduce(
        (sum, [, count, unit]) =>
          sum + Number(count) * units[unit as keyof typeof units],
        0,
      )
    : undefined;
}

function kitchen(date: Date): string {
  const hours = date.getUTCHours();
  const minutes = String(date.getUTCMinutes()).padStart(2, '0');
  return `${hours % 12 || 12}:${minutes}${hours < 12 ? 'AM' : 'PM'}`;
}
