import { Clock, systemClock } from './Clock';
import { formatElapsed } from './formatElapsed';
import { retry } from './retry';

describe('retry', () => {
  let now: number;
  let lines: string[];
  let pauses: number[];
  let clock: Clock;

  beforeEach(() => {
    now = 0;
    lines = [];
    pauses = [];
    clock = {
      now: () => now,
      async sleep(milliseconds) {
        pauses.push(milliseconds);
        now += milliseconds;
      },
    };
  });

  function options(signal?: AbortSignal) {
    return {
      what: 'ask',
      isTransient: (error: unknown) => (error as Error).message === 'away',
      log: (line: string) => void lines.push(line),
      deadlineMs: 20_000,
      signal,
      clock,
    };
  }

  it('pauses longer and longer, and says so', async () => {
    let failures = 3;
    const attempt = async () => {
      failures -= 1;
      if (failures >= 0) {
        throw new Error('away');
      }
      return 'here';
    };
    await expect(retry(attempt, options())).resolves.toBe('here');
    expect(pauses).toEqual([250, 500, 1000]);
    expect(lines).toEqual([
      'Cannot ask: away; trying again (0.0 s)',
      'Cannot ask: away; trying again (0.3 s)',
      'Cannot ask: away; trying again (0.8 s)',
    ]);
  });

  it('gives up with the last words at the deadline, and not before', async () => {
    const attempt = jest.fn().mockRejectedValue(new Error('away'));
    await expect(retry(attempt, options())).rejects.toThrow(
      'Cannot ask: away; gave up after 20 s. What was made stays: retry when it answers again',
    );
    expect(now).toBe(20_000);
    expect(Math.max(...pauses)).toBe(5_000);
  });

  it('does not try again what cannot get better', async () => {
    const attempt = jest.fn().mockRejectedValue(new Error('forbidden'));
    await expect(retry(attempt, options())).rejects.toThrow('forbidden');
    expect(attempt).toHaveBeenCalledTimes(1);
  });

  it('ends with the reason of the signal', async () => {
    const controller = new AbortController();
    const attempt = async () => {
      controller.abort(new Error('cancelled'));
      throw new Error('away');
    };
    await expect(retry(attempt, options(controller.signal))).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('systemClock', () => {
  it('ends a sleep with the reason of the signal', async () => {
    const controller = new AbortController();
    const sleeping = systemClock.sleep(60_000, controller.signal);
    controller.abort(new Error('cancelled'));
    await expect(sleeping).rejects.toThrow('cancelled');
    await expect(systemClock.sleep(1, controller.signal)).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('formatElapsed', () => {
  it.each([
    [0, '0.0 s'],
    [450, '0.5 s'],
    [12_300, '12 s'],
    [59_700, '1 min 0 s'],
    [185_000, '3 min 5 s'],
  ])('%d ms is %s', (milliseconds, words) => {
    expect(formatElapsed(milliseconds)).toBe(words);
  });
});
