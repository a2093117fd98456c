import { Look, waitUntil } from './waitUntil';

describe('waitUntil', () => {
  let now: number;
  let lines: string[];

  beforeEach(() => {
    now = 0;
    lines = [];
  });

  function wait(looks: Look<string>[], signal?: AbortSignal) {
    return waitUntil({
      look: async () => (looks.length > 1 ? looks.shift()! : looks[0]),
      timeoutMs: 5_000,
      log: line => void lines.push(line),
      signal,
      clock: {
        now: () => now,
        async sleep(milliseconds, life) {
          life?.throwIfAborted();
          now += milliseconds;
        },
      },
    });
  }

  it('says each progress once, until there is a result', async () => {
    const a = { progress: 'a' };
    expect(await wait([a, a, { progress: 'b' }, { result: 'c' }])).toEqual({
      outcome: 'done',
      result: 'c',
      elapsedMs: 3_000,
    });
    expect(lines).toEqual(['a (0.0 s)', 'b (2.0 s)']);
  });

  it('gives up with what it saw last', async () => {
    expect(await wait([{ progress: 'a' }])).toEqual({
      outcome: 'timed-out',
      progress: 'a',
    });
    expect(now).toBe(5_000);
  });

  it('ends with the signal', async () => {
    const signal = AbortSignal.abort(new Error('cancelled'));
    await expect(wait([{ progress: 'a' }], signal)).rejects.toThrow(
      'cancelled',
    );
  });
});
