import { statusOf } from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  RANDOM,
  thing,
} from '../../__testUtils__/startTestWatcher';
import { watchThings } from '../../__testUtils__/watchThings';

const FIRST_RETRY_MS = 1_000 * RANDOM;

describe('a watched cluster', () => {
  const things = watchThings();

  const EACH_ONCE = ['+ shop/a 1', '+ shop/b 2', '+ shop/c 30'];
  const WITH_CHANGE = EACH_ONCE.toSpliced(2, 0, '+ shop/a 11');

  describe('goes on after', () => {
    it('a reset connection', async () => {
      const watch = await things.begin();
      watch.reset();
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
      expect(things.watcher.sink.coverages).toEqual(['syncing', 'live']);
    });

    it('an event of which half arrives', async () => {
      const watch = await things.begin();
      watch.send(event('MODIFIED', thing('a', 11)));
      watch.sendRaw('{"type":"MODIFIED","object":{"metadata":{"na');
      await things.watcher.sink.until(({ happened }) => happened.length === 3);
      watch.end();
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({
        from: '11',
        happened: WITH_CHANGE,
      });
    });

    it('a stall in the middle of an event', async () => {
      const watch = await things.begin();
      watch.send(event('MODIFIED', thing('a', 11)));
      watch.sendRaw('{"type":"MODIFIED"');
      await things.watcher.sink.until(({ happened }) => happened.length === 3);
      things.watcher.clock.advance(30_000);
      await watch.closed;
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({
        from: '11',
        happened: WITH_CHANGE,
      });
    });

    it('a connection on which nothing is heard for longer than bookmarks take', async () => {
      const watch = await things.begin();
      things.watcher.clock.advance(100_000);
      watch.send(bookmark(20));
      await things.watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '20',
      );
      things.watcher.clock.advance(149_000);
      things.watcher.clock.advance(1_000);
      await watch.closed;
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({ from: '20', happened: EACH_ONCE });
    });

    it('a 500', async () => {
      const watch = await things.begin();
      watch.end();
      const failing = await things.server.next('watch');
      failing.refuse(500, 'etcdserver: request timed out');
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('many 500s, more and more slowly', async () => {
      const watch = await things.begin();
      watch.end();
      for (const pause of [400, 800, 1_600, 3_200]) {
        (await things.server.next('watch')).refuse(500, 'no');
        await things.watcher.clock.pass(pause);
      }
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('too many requests, when the server says', async () => {
      const watch = await things.begin();
      watch.end();
      const busy = await things.server.next('watch');
      busy.refuse(429, 'too many requests', { 'retry-after': '7' });
      await things.watcher.clock.pass(7_000);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('an error event that says the server is busy', async () => {
      const watch = await things.begin();
      const status = statusOf(429, 'storage is (re)initializing');
      watch.send(
        event('ERROR', { ...status, details: { retryAfterSeconds: 3 } }),
      );
      await things.watcher.clock.pass(3_000);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it.each([
      [
        'an internal error',
        statusOf(500, 'etcd event received with PrevKv=nil'),
      ],
      ['no code', { kind: 'Status', reason: 'InternalError' }],
      ['nothing at all', 'what?'],
    ])('an error event with %s', async (_, status) => {
      const watch = await things.begin();
      watch.send(event('ERROR', status));
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('a list that the server ends before its end', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', statusOf(410, 'gone')));
      const relist = await things.server.next('watch');
      relist.send(event('ADDED', thing('c', 30)));
      relist.end();
      await things.watcher.clock.pass(2 * FIRST_RETRY_MS);
      (await things.server.next('watch')).send(
        event('ADDED', thing('a', 1)),
        event('ADDED', thing('b', 2)),
        event('ADDED', thing('c', 30)),
        bookmark(50, true),
      );
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened).toHaveLength(3);
    });

    it('a watch that the server ends at once', async () => {
      const watch = await things.begin();
      watch.end();
      const short = await things.server.next('watch');
      short.sendRaw('');
      short.end();
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(await things.goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });
  });

  describe('after 410', () => {
    /** All that was told up to the end of the new list. */
    async function listAgain() {
      const relist = await things.server.next('watch');
      expect(relist.query.has('resourceVersion')).toBe(false);
      expect(things.watcher.coverage()?.state).toBe('stale');
      relist.send(
        event('ADDED', thing('b', 2)),
        event('ADDED', thing('c', 40)),
      );
      await things.watcher.sink.until(({ present }) => present.has('shop/c'));
      // Between mark and sweep nothing is forgotten.
      expect([...things.watcher.sink.present.keys()]).toEqual([
        'shop/a',
        'shop/b',
        'shop/c',
      ]);
      relist.send(bookmark(50, true));
      await things.watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '50',
      );
      expect(things.isLive()).toBe(true);
      return things.watcher.sink.happened;
    }

    const SWEPT = ['+ shop/a 1', '+ shop/b 2', '+ shop/c 40', '- shop/a'];

    it('as an answer lists again and sweeps', async () => {
      const watch = await things.begin();
      watch.end();
      (await things.server.next('watch')).refuse(
        410,
        'too old resource version',
      );
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('as an event lists again and sweeps', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('by its reason alone lists again and sweeps', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', { kind: 'Status', reason: 'Expired' }));
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('tells of what is deleted while it lists again', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      const relist = await things.server.next('watch');
      relist.send(
        event('ADDED', thing('a', 1)),
        event('ADDED', thing('b', 2)),
        event('DELETED', thing('b', 41)),
        bookmark(50, true),
      );
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened.slice(2)).toEqual(['- shop/b']);
    });

    it('forgets nothing when the new list breaks off', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      const relist = await things.server.next('watch');
      relist.send(event('ADDED', thing('a', 1)));
      relist.reset();
      await things.watcher.clock.pass(2 * FIRST_RETRY_MS);
      const second = await things.server.next('watch');
      expect(second.query.get('sendInitialEvents')).toBe('true');
      expect(things.watcher.sink.present.size).toBe(2);
      second.send(event('ADDED', thing('b', 2)), bookmark(50, true));
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened.slice(2)).toEqual(['- shop/a']);
    });

    it('again and again is slowed down', async () => {
      const watch = await things.begin();
      watch.send(event('ERROR', statusOf(410, 'gone')));
      (await things.server.next('watch')).refuse(410, 'gone');
      await things.watcher.clock.pass(2 * FIRST_RETRY_MS);
      (await things.server.next('watch')).refuse(410, 'gone');
      await things.watcher.clock.pass(4 * FIRST_RETRY_MS);
      const last = await things.server.next('watch');
      expect(last.query.get('sendInitialEvents')).toBe('true');
    });
  });
});
