import { Semaphore } from './Semaphore';

describe('Semaphore', () => {
  const { signal } = new AbortController();

  it('lets some in at a time, in their order', async () => {
    const semaphore = Semaphore.create(1);
    const entered: string[] = [];
    const leave = await semaphore.acquire(signal);
    const waiting = ['first', 'second'].map(async name => {
      const done = await semaphore.acquire(signal);
      entered.push(name);
      done();
    });
    leave();
    leave();
    await Promise.all(waiting);
    expect(entered).toEqual(['first', 'second']);
  });

  it('does not keep a place for those who have gone', async () => {
    const semaphore = Semaphore.create(1);
    const leave = await semaphore.acquire(signal);
    const gone = new AbortController();
    const waiting = semaphore.acquire(gone.signal);
    gone.abort(new Error('gone'));
    await expect(waiting).rejects.toThrow('gone');
    await expect(semaphore.acquire(gone.signal)).rejects.toThrow('gone');
    leave();
    await expect(semaphore.acquire(signal)).resolves.toBeDefined();
  });
});
