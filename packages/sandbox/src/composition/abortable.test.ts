import { abortable } from './abortable';

describe('abortable', () => {
  it('is what the promise is', async () => {
    const { signal } = new AbortController();
    expect(await abortable(Promise.resolve(7), signal)).toBe(7);
    await expect(
      abortable(Promise.reject(new Error('no')), signal),
    ).rejects.toThrow('no');
  });

  it('waits no longer than the signal', async () => {
    const stop = new AbortController();
    const waiting = abortable(new Promise(() => {}), stop.signal);
    stop.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(abortable(Promise.resolve(7), stop.signal)).rejects.toThrow(
      'gone',
    );
  });
});
