import { Turns } from './Turns';

describe('Turns', () => {
  function hold(turns: Turns, log: string[], name: string) {
    let end = () => {};
    const ended = new Promise<void>(resolve => {
      end = resolve;
    });
    const done = turns.take({ key: 'a' }, async () => {
      log.push(`${name} begins`);
      await ended;
      log.push(`${name} ends`);
    });
    return { done, end };
  }

  it('lets one after the other, and other keys at once', async () => {
    const turns = Turns.create();
    const log: string[] = [];
    const first = hold(turns, log, 'first');
    const second = hold(turns, log, 'second');
    await turns.take({ key: 'b' }, async () => log.push('other'));
    first.end();
    second.end();
    await Promise.all([first.done, second.done]);
    expect(log).toEqual([
      'first begins',
      'other',
      'first ends',
      'second begins',
      'second ends',
    ]);
  });

  it('goes on after one that fails', async () => {
    const turns = Turns.create();
    const failing = turns.take({ key: 'a' }, async () => {
      throw new Error('no');
    });
    const next = turns.take({ key: 'a' }, async () => 'yes');
    await expect(failing).rejects.toThrow('no');
    await expect(next).resolves.toBe('yes');
  });

  it('ends the waiting with the signal, and nobody overtakes', async () => {
    const turns = Turns.create();
    const log: string[] = [];
    const first = hold(turns, log, 'first');
    const controller = new AbortController();
    const { signal } = controller;
    const given = turns.take({ key: 'a', signal }, async () => log.push('no'));
    const third = hold(turns, log, 'third');
    third.end();
    controller.abort(new Error('cancelled'));
    await expect(given).rejects.toThrow('cancelled');
    expect(log).toEqual(['first begins']);
    first.end();
    await Promise.all([first.done, third.done]);
    expect(log.slice(1)).toEqual(['first ends', 'third begins', 'third ends']);
  });
});
