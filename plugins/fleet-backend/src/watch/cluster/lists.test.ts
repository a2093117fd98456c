import {
  Exchange,
  ScriptedApiServer,
} from '../../__testUtils__/ScriptedApiServer';
import {
  event,
  startTestWatcher,
  thing,
} from '../../__testUtils__/startTestWatcher';

describe('a cluster without WatchList', () => {
  let server: ScriptedApiServer;
  let watcher: ReturnType<typeof startTestWatcher>;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    watcher = startTestWatcher({ server });
  });
  afterEach(async () => {
    await watcher.stop();
    await server.close();
  });

  const isLive = () => watcher.coverage()?.state === 'live';
  const listOf = (items: unknown, resourceVersion: string, next?: string) => ({
    kind: 'ThingList',
    apiVersion: 'example.com/v1',
    metadata: { resourceVersion, ...(next && { continue: next }) },
    items,
  });

  async function firstList(): Promise<Exchange> {
    const refused = await server.next('watch');
    refused.refuse(422, 'sendInitialEvents: Forbidden');
    return server.next('list');
  }

  it('is listed in pages, zipped, and watched from there', async () => {
    const first = await firstList();
    expect(Object.fromEntries(first.query)).toEqual({ limit: '500' });
    expect(first.headers['accept-encoding']).toBe('gzip');
    await first.answerZipped(listOf([thing('a', 1)], '10', 'more'));
    const second = await server.next('list');
    expect(second.query.get('continue')).toBe('more');
    second.answer(200, listOf([thing('b', 2)], '10'));
    const watch = await server.next('watch');
    expect(watch.query.get('resourceVersion')).toBe('10');
    expect(isLive()).toBe(true);
    watch.send(event('DELETED', thing('a', 11)));
    await watcher.sink.until(({ happened }) => happened.length === 3);
    expect(watcher.sink.happened).toEqual([
      '+ shop/a 1',
      '+ shop/b 2',
      '- shop/a',
    ]);
  });

  it('is listed in one piece when pages expire', async () => {
    const first = await firstList();
    first.answer(200, listOf([thing('a', 1)], '10', 'more'));
    (await server.next('list')).refuse(410, 'the continue token is too old');
    const whole = await server.next('list');
    expect(whole.query.toString()).toBe('');
    whole.answer(200, listOf([thing('b', 2)], '20'));
    await watcher.sink.until(isLive);
    expect(watcher.sink.happened).toEqual([
      '+ shop/a 1',
      '+ shop/b 2',
      '- shop/a',
    ]);
  });

  it.each([
    ['breaks off', '{"metadata":{"resourceVersion":"10"},"items":[{"metadata'],
    ['is not one', '[]'],
    ['has no version', '{"items":[]}'],
  ])('is listed again when the list %s', async (_, text) => {
    const first = await firstList();
    first.answer(200, text);
    await watcher.clock.pass(400);
    const again = await server.next('list');
    expect(watcher.coverage()?.state).toBe('syncing');
    again.answer(200, listOf([], '10'));
    await watcher.sink.until(isLive);
  });

  it('has nothing where the list says null', async () => {
    (await firstList()).answer(200, listOf(null, '10'));
    await watcher.sink.until(isLive);
    expect(watcher.sink.happened).toEqual([]);
  });

  it('may be too old to know of WatchList: it is listed after a while', async () => {
    for (const pause of [400, 800, 1_600]) {
      const ignorant = await server.next('watch');
      ignorant.send(event('ADDED', thing('a', pause)));
      await watcher.sink.until(({ happened }) =>
        happened.includes(`+ shop/a ${pause}`),
      );
      watcher.clock.advance(20_000);
      await ignorant.closed;
      await watcher.clock.pass(pause);
    }
    (await server.next('list')).answer(200, listOf([], '10'));
    await watcher.sink.until(isLive);
    expect(watcher.sink.happened.at(-1)).toBe('- shop/a');
  });
});
