import { OperationState, RetryStrategy } from '../types';
import { retryState } from './retryState';

const NOW = new Date('2026-11-23T13:05:00Z');

function failed(retry: RetryStrategy, retryCount?: number): OperationState {
  return {
    operation: { retry },
    phase: 'Failed',
    message: 'refused',
    startedAt: '2026-11-23T13:04:00Z',
    retryCount,
    syncResult: { revision: 'c1', source: { repoURL: 'x' } },
  };
}

describe('retryState', () => {
  it('waits for the next attempt, longer each time', () => {
    const first = retryState.afterFailure(failed({ limit: 2 }), NOW);
    expect(first).toMatchObject({
      phase: 'Running',
      finishedAt: '2026-11-23T13:05:00Z',
      retryCount: 1,
      message: 'refused. Retrying attempt #1 at 1:05PM.',
    });
    expect(retryState.remainingMs(first, NOW)).toBe(5000);
    const second = retryState.afterFailure(failed({ limit: 2 }, 1), NOW);
    expect(retryState.remainingMs(second, NOW)).toBe(10_000);
  });

  it('begins anew', () => {
    const waiting = retryState.afterFailure(failed({ limit: 2 }), NOW);
    expect(retryState.again(waiting)).toMatchObject({
      message: 'Retrying operation. Attempt #1',
      finishedAt: undefined,
      syncResult: undefined,
    });
  });

  it('gives up after the last attempt', () => {
    expect(retryState.afterFailure(failed({}), NOW)).toEqual(failed({}));
    expect(retryState.afterFailure(failed({ limit: 2 }, 2), NOW)).toMatchObject(
      {
        phase: 'Failed',
        message: 'refused (retried 2 times).',
      },
    );
  });

  it.each([
    [{ duration: '1m30s' }, 90_000],
    [{ duration: '20' }, 20_000],
    [{ duration: '1h', maxDuration: '2m' }, 120_000],
    [{ duration: '1s', factor: 3 }, 1000],
  ])('reads durations: %j', (backoff, expected) => {
    const waiting = retryState.afterFailure(failed({ limit: 1, backoff }), NOW);
    expect(retryState.remainingMs(waiting, NOW)).toBe(expected);
  });
});
