import { ScriptedApiServer } from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  startTestWatcher,
  thing,
  thingsResource,
} from '../../__testUtils__/startTestWatcher';
import { Semaphore } from '..';

const TICK_MS = 2_000;

describe('reaching clusters', () => {
  let server: ScriptedApiServer;
  let watchers: ReturnType<typeof startTestWatcher>[];

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
    watchers = [];
  });
  afterEach(async () => {
    await Promise.all(watchers.map(watcher => watcher.stop()));
    await server.close();
  });

  function start(
    options: Partial<Parameters<typeof startTestWatcher>[0]> = {},
  ) {
    const watcher = startTestWatcher({ server, ...options });
    watchers.push(watcher);
    return watcher;
  }

  async function begin() {
    const watcher = start();
    const watch = await server.next('watch');
    watch.send(event('ADDED', thing('a', 1)), bookmark(10, true));
    await watcher.sink.until(() => watcher.coverage()?.state === 'live');
    return { watcher, watch };
  }

  it('bears a short interruption in silence', async () => {
    const { watcher, watch } = await begin();
    watch.reset();
    await watcher.clock.pass(400);
    await server.next('watch');
    expect(watcher.source()?.state).toBe('live');
    expect(watcher.sink.coverages).toEqual(['syncing', 'live']);
  });

  it('is over ten seconds after the last sign of life, and begins at once', async () => {
    const { watcher } = await begin();
    const { port } = server;
    await server.close();
    while (watcher.source()?.reachable) {
      await watcher.clock.pass(TICK_MS);
    }
    expect(watcher.clock.now()).toBeGreaterThanOrEqual(10_000);
    expect(watcher.source()).toMatchObject({
      state: 'stale',
      error: expect.stringMatching(/ECONNREFUSED/),
    });
    expect(watcher.coverage()).toMatchObject({ state: 'stale' });
    expect(watcher.sink.present.size).toBe(1);

    server = await ScriptedApiServer.start(port);
    server.served['/apis/example.com/v1'] = ['things'];
    await watcher.clock.pass(TICK_MS);
    const again = await server.next('watch');
    expect(again.query.get('resourceVersion')).toBe('10');
    expect(watcher.source()).toMatchObject({ state: 'live', reachable: true });
    again.send(event('ADDED', thing('b', 11)));
    await watcher.sink.until(() => watcher.coverage()?.state === 'live');
  });

  it('never was: failed, with the reason', async () => {
    const watcher = start();
    await server.close();
    for (let tick = 0; tick < 8; tick++) {
      await watcher.clock.pass(TICK_MS);
    }
    await watcher.sink.until(() => watcher.source()?.state === 'failed');
    expect(watcher.source()?.error).toMatch(/ECONNREFUSED/);
    expect(watcher.coverage()?.state).toBe('syncing');
    server = await ScriptedApiServer.start();
  });

  it('is asked for when all watches are silent', async () => {
    const { watcher, watch } = await begin();
    server.scripted.add('identity');
    watcher.clock.advance(20_000);
    const asked = await server.next('identity');
    // It accepts connections and says nothing.
    watcher.clock.advance(5_000);
    await asked.closed;
    for (let second = 0; second < 12; second += 7) {
      await watcher.clock.pass(TICK_MS);
      const silent = await server.next('identity');
      watcher.clock.advance(5_000);
      await silent.closed;
    }
    await watcher.sink.until(() => watcher.source()?.reachable === false);
    expect(watcher.source()?.error).toBe('nothing was heard for 5 seconds');
    // What hangs is not waited for.
    await watch.closed;
  });

  it('first lists three resources at a time', async () => {
    const plurals = ['a', 'b', 'c', 'd'];
    const watcher = start({
      resources: plurals.map(name => thingsResource(name)),
    });
    const first = await server.next('watch', 'a');
    await server.next('watch', 'b');
    await server.next('watch', 'c');
    expect(server.log.filter(line => line.startsWith('watch'))).toHaveLength(3);
    first.send(bookmark(10, true));
    const fourth = await server.next('watch', 'd');
    fourth.send(bookmark(10, true));
    await watcher.sink.until(
      ({ coverageOf }) => coverageOf.get('d.example.com')?.state === 'live',
    );
  });

  it('never waits for another cluster that stalls in its first list', async () => {
    const semaphore = Semaphore.create(1);
    const stalled = start({ semaphore });
    const silent = await server.next('watch');
    silent.sendRaw('{"type":');
    const other = await ScriptedApiServer.start();
    const healthy = start({ server: other, semaphore });
    (await other.next('watch')).send(bookmark(10, true));
    await stalled.clock.pass(TICK_MS);
    await healthy.sink.until(() => healthy.coverage()?.state === 'live');
    expect(stalled.coverage()?.state).toBe('syncing');
    await healthy.stop();
    await other.close();
  });
});
