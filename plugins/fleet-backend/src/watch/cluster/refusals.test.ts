import {
  bookmark,
  event,
  RANDOM,
  thing,
  thingsResource,
} from '../../__testUtils__/startTestWatcher';
import { watchThings } from '../../__testUtils__/watchThings';

const FIRST_RETRY_MS = 1_000 * RANDOM;

describe('a watched cluster', () => {
  const things = watchThings();

  describe('whose credentials are refused', () => {
    it('is asked once more with fresh ones', async () => {
      const asked: boolean[] = [];
      things.start({
        async authenticate({ fresh }) {
          asked.push(fresh);
          const token = asked.includes(true) ? 'new' : 'old';
          return { headers: { authorization: `Bearer ${token}` } };
        },
      });
      const first = await things.server.next('watch');
      expect(first.headers.authorization).toBe('Bearer old');
      first.refuse(401, 'Unauthorized');
      const second = await things.server.next('watch');
      expect(second.headers.authorization).toBe('Bearer new');
      second.send(bookmark(10, true));
      await things.watcher.sink.until(things.isLive);
      expect(asked.filter(Boolean)).toHaveLength(1);
      expect(things.watcher.source()?.state).toBe('live');
    });

    it('is failed, and looked at again', async () => {
      things.server.scripted.add('identity');
      things.start();
      (await things.server.next('identity')).refuse(401, 'Unauthorized');
      (await things.server.next('identity')).refuse(401, 'Unauthorized');
      await things.watcher.sink.until(
        () => things.watcher.source()?.state === 'failed',
      );
      expect(things.watcher.source()).toMatchObject({
        reachable: false,
        error: 'Unauthorized',
      });
      things.server.scripted.delete('identity');
      await things.watcher.clock.pass(5_000 * RANDOM);
      (await things.server.next('watch')).send(bookmark(10, true));
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
      expect(things.watcher.source()?.error).toBeUndefined();
    });

    it('by one resource alone is not failed', async () => {
      const watch = await things.begin({
        resources: [thingsResource(), thingsResource('others')],
      });
      const other = await things.server.next('watch', 'others');
      other.refuse(401, 'Unauthorized');
      (await things.server.next('watch', 'others')).refuse(401, 'Unauthorized');
      await things.watcher.sink.until(
        ({ coverageOf }) =>
          coverageOf.get('others.example.com')?.error === 'Unauthorized',
      );
      await things.watcher.clock.pass(2_000);
      watch.send(event('ADDED', thing('c', 30)));
      await things.watcher.sink.until(({ present }) => present.has('shop/c'));
      await things.watcher.clock.until(sleeping => sleeping.includes(2_000));
      expect(things.watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
    });

    it('is failed for want of any, with the reason', async () => {
      things.start({
        async authenticate() {
          throw new Error('the token file t is empty');
        },
      });
      await things.watcher.sink.until(
        () => things.watcher.source()?.state === 'failed',
      );
      expect(things.watcher.source()?.error).toBe('the token file t is empty');
      expect(things.server.log).toEqual([]);
    });

    it('keeps a watch whose token is rotated, and uses the new one next', async () => {
      let token = 'old';
      const watch = await things.begin({
        authenticate: async () => ({
          headers: { authorization: `Bearer ${token}` },
        }),
      });
      token = 'new';
      watch.send(event('MODIFIED', thing('a', 20)));
      await things.watcher.sink.until(({ happened }) => happened.length === 3);
      watch.end();
      const again = await things.server.next('watch');
      expect(again.headers.authorization).toBe('Bearer new');
      expect(again.query.get('resourceVersion')).toBe('20');
    });
  });

  describe('that says no', () => {
    it('with 403 is forbidden, and looked at again', async () => {
      things.start();
      (await things.server.next('watch')).refuse(
        403,
        'things is forbidden: User',
      );
      await things.watcher.sink.until(
        () => things.watcher.coverage()?.state === 'forbidden',
      );
      expect(things.watcher.coverage()?.error).toBe(
        'things is forbidden: User',
      );
      expect(things.watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
      await things.watcher.clock.pass(10_000 * RANDOM);
      (await things.server.next('watch')).send(bookmark(10, true));
      await things.watcher.sink.until(things.isLive);
    });

    it('with 404 for its group has none, and is looked at again', async () => {
      things.server.served['/apis/example.com/v1'] = [];
      things.start();
      await things.watcher.sink.until(
        () => things.watcher.coverage()?.state === 'absent',
      );
      things.server.served['/apis/example.com/v1'] = ['things'];
      await things.watcher.clock.pass(240_000 * (0.5 + RANDOM / 2));
      (await things.server.next('watch')).send(bookmark(10, true));
      await things.watcher.sink.until(things.isLive);
      expect(things.watcher.sink.coverages).toEqual([
        'syncing',
        'absent',
        'live',
      ]);
    });

    it('to what it served is asked again before it is believed', async () => {
      const watch = await things.begin();
      delete things.server.served['/apis/example.com/v1'];
      watch.end();
      (await things.server.next('watch')).refuse(404, 'not found');
      await things.watcher.clock.pass(FIRST_RETRY_MS);
      expect(things.watcher.sink.present.size).toBe(2);
      await things.watcher.clock.pass(2 * FIRST_RETRY_MS);
      await things.watcher.sink.until(
        () => things.watcher.coverage()?.state === 'absent',
      );
      expect(things.watcher.sink.present.size).toBe(0);
    });
  });
});
