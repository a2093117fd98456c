import { ScriptedApiServer } from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  startTestWatcher,
  thing,
} from '../../__testUtils__/startTestWatcher';

describe('ClusterWatcher', () => {
  let server: ScriptedApiServer;
  let watcher: ReturnType<typeof startTestWatcher>;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
  });
  afterEach(async () => {
    await watcher.stop();
    await server.close();
  });

  /** Has the objects a and b at version 10. */
  async function begin() {
    watcher = startTestWatcher({ server });
    const watch = await server.next('watch');
    watch.send(
      event('ADDED', thing('a', 1)),
      event('ADDED', thing('b', 2)),
      bookmark(10, true),
    );
    await watcher.sink.until(() => watcher.coverage()?.state === 'live');
    return watch;
  }

  it('streams all objects, then what changes', async () => {
    const watch = await begin();
    expect(Object.fromEntries(watch.query)).toEqual({
      watch: 'true',
      allowWatchBookmarks: 'true',
      sendInitialEvents: 'true',
      resourceVersionMatch: 'NotOlderThan',
      timeoutSeconds: '420',
    });
    watch.send(
      event('ADDED', thing('c', 11)),
      event('MODIFIED', thing('a', 12)),
      event('DELETED', thing('b', 13)),
    );
    await watcher.sink.until(({ happened }) => happened.length === 5);
    expect(watcher.sink.happened).toEqual([
      '+ shop/a 1',
      '+ shop/b 2',
      '+ shop/c 11',
      '+ shop/a 12',
      '- shop/b',
    ]);
    expect(watcher.sink.told.at(-1)).toMatchObject({
      goneAt: '2026-11-20T12:00:00.000Z',
      slices: { test: { size: 'large' } },
    });
    expect(watcher.sink.coverages).toEqual(['syncing', 'live']);
    expect(watcher.sink.resumePoints.get('things.example.com')).toBe('13');
    expect(watcher.source()).toMatchObject({
      id: 'cluster/one',
      state: 'live',
      reachable: true,
      uid: 'cluster-uid',
      server: server.url,
    });
  });

  it('goes on where a watch ended', async () => {
    const watch = await begin();
    watch.send(bookmark(20));
    await watcher.sink.until(sink =>
      sink.resumePoints.has('things.example.com'),
    );
    watch.end();
    const again = await server.next('watch');
    expect(again.query.get('resourceVersion')).toBe('20');
    expect(again.query.has('sendInitialEvents')).toBe(false);
    again.send(event('ADDED', thing('c', 21)));
    await watcher.sink.until(({ present }) => present.has('shop/c'));
    expect(watcher.sink.happened).toHaveLength(3);
    expect(watcher.sink.coverages).toEqual(['syncing', 'live']);
  });
});
