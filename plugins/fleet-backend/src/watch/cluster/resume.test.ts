import {
  bookmark,
  event,
  RANDOM,
  thing,
} from '../../__testUtils__/startTestWatcher';
import { watchThings } from '../../__testUtils__/watchThings';

const FIRST_RETRY_MS = 1_000 * RANDOM;
const SETTLE_MS = 500;

describe('a watched cluster', () => {
  const things = watchThings();

  describe('that went on while we were away', () => {
    const known = () =>
      ['a', 'b'].map(name => {
        const { metadata } = thing(name, 1);
        return metadata;
      });
    const resumeFrom = (uid = 'cluster-uid') => ({
      uid,
      lastContact: '2026-11-19T12:00:00Z',
      resources: new Map([
        ['things.example.com', { resourceVersion: '10', known: known() }],
      ]),
    });

    it('is stale, then resumed', async () => {
      things.start({ resumeFrom: resumeFrom() });
      expect(things.watcher.coverage()?.state).toBe('stale');
      expect(things.watcher.source()).toMatchObject({
        state: 'stale',
        reachable: true,
        lastContact: '2026-11-19T12:00:00Z',
      });
      const watch = await things.server.next('watch');
      expect(watch.query.get('resourceVersion')).toBe('10');
      watch.send(event('DELETED', thing('a', 11)));
      await things.watcher.sink.until(things.isLive);
      await things.watcher.sink.until(({ happened }) => happened.length === 1);
      expect(things.watcher.sink.happened).toEqual(['- shop/a']);
    });

    it('is live when nothing has changed', async () => {
      things.start({ resumeFrom: resumeFrom() });
      (await things.server.next('watch')).sendRaw('');
      await things.watcher.clock.pass(SETTLE_MS);
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened).toEqual([]);
    });

    it('is listed and swept when that is too long ago', async () => {
      things.start({ resumeFrom: resumeFrom() });
      (await things.server.next('watch')).refuse(410, 'too old');
      const relist = await things.server.next('watch');
      relist.send(event('ADDED', thing('b', 1)), bookmark(50, true));
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened).toEqual(['- shop/a']);
      expect(things.watcher.sink.told[0]).toMatchObject({
        kind: 'Thing',
        namespace: 'shop',
        uid: 'uid-a',
      });
    });

    it('is listed when it is another cluster, whose versions mean nothing', async () => {
      things.start({ resumeFrom: resumeFrom('before') });
      const relist = await things.server.next('watch');
      expect(relist.query.get('sendInitialEvents')).toBe('true');
      expect(things.watcher.coverage()?.state).toBe('syncing');
      relist.send(event('ADDED', thing('b', 1)), bookmark(3, true));
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.happened).toEqual(['+ shop/b 1', '- shop/a']);
    });
  });

  it.each([
    [200, '<html>Log in</html>'],
    [404, '<html>Not found</html>'],
  ])('that is none (%d) is failed', async (status, body) => {
    things.server.identity = { status, body };
    things.start();
    while (things.watcher.source()?.state !== 'failed') {
      await things.watcher.clock.pass(2_000);
    }
    expect(things.watcher.source()).toMatchObject({
      reachable: false,
      error: `what answers (${status}) is no Kubernetes API`,
    });
  });

  it('that is made anew at the same address is listed', async () => {
    const watch = await things.begin();
    things.server.uid = 'another';
    watch.reset();
    await things.watcher.clock.pass(FIRST_RETRY_MS);
    const relist = await things.server.next('watch');
    expect(relist.query.get('sendInitialEvents')).toBe('true');
    expect(things.watcher.coverage()?.state).toBe('syncing');
    relist.send(bookmark(3, true));
    await things.watcher.sink.until(things.isLive);
    expect(things.watcher.sink.present.size).toBe(0);
    expect(things.watcher.source()?.uid).toBe('another');
  });
});
