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

  describe('tells of nothing twice', () => {
    it('when events are repeated', async () => {
      const watch = await things.begin();
      watch.send(
        event('ADDED', thing('a', 1)),
        event('MODIFIED', thing('b', 11)),
        event('MODIFIED', thing('b', 11)),
        event('DELETED', thing('a', 12)),
        event('DELETED', thing('a', 12)),
        bookmark(20),
      );
      await things.watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '20',
      );
      expect(things.watcher.sink.happened.slice(2)).toEqual([
        '+ shop/b 11',
        '- shop/a',
      ]);
    });

    it('when another object has the name of one whose end went unnoticed', async () => {
      const watch = await things.begin();
      watch.send(event('ADDED', thing('a', 15, 'other')));
      await things.watcher.sink.until(({ happened }) => happened.length === 4);
      expect(things.watcher.sink.happened.slice(2)).toEqual([
        '- shop/a',
        '+ shop/a 15',
      ]);
      expect(things.watcher.sink.told[2]).toMatchObject({
        uid: 'uid-a',
        slices: {},
      });
      expect(things.watcher.sink.present.get('shop/a')).toBe('uid-other 15');
    });
  });

  describe('is not confused by', () => {
    it('unknown fields, wrong types and unknown events', async () => {
      const watch = await things.begin();
      const { metadata } = thing('odd', 20);
      watch.send(
        event('ADDED', null),
        event('ADDED', 'text'),
        event('ADDED', { metadata: 'none' }),
        event('ADDED', { metadata: { name: 5, resourceVersion: [] } }),
        event('ADDED', { metadata: { ...metadata, labels: 3 }, spec: 'no' }),
        event('NEWS', thing('x', 21)),
        [],
        null,
        { surprise: true },
        event('ADDED', { ...thing('c', 30), future: { field: [1] } }),
      );
      await things.watcher.sink.until(({ present }) => present.has('shop/c'));
      expect([...things.watcher.sink.present.keys()].sort()).toEqual([
        'shop/a',
        'shop/b',
        'shop/c',
        'shop/odd',
      ]);
    });

    it('a clock that is wrong by years', async () => {
      const watch = await things.begin();
      const future = thing('c', 30);
      watch.send(
        event('ADDED', {
          ...future,
          metadata: {
            ...future.metadata,
            creationTimestamp: '2099-01-01T00:00:00Z',
          },
        }),
      );
      await things.watcher.sink.until(({ present }) => present.has('shop/c'));
      expect(things.watcher.source()?.lastContact).toMatch(/^2026-11-20T12:00/);
    });

    it('bytes that come one by one', async () => {
      const watch = await things.begin();
      const text = `${JSON.stringify(event('ADDED', thing('ü', 30)))}\n`;
      for (const char of text) {
        watch.sendRaw(char);
        await new Promise(resolve => setImmediate(resolve));
        things.watcher.clock.advance(10);
      }
      await things.watcher.sink.until(({ present }) => present.has('shop/ü'));
      expect(things.watcher.sink.happened).toHaveLength(3);
    });

    it('an object of 2 MB', async () => {
      const watch = await things.begin();
      const large = { ...thing('c', 30), data: 'x'.repeat(2 * 1024 * 1024) };
      watch.send(event('ADDED', large), event('ADDED', thing('d', 31)));
      await things.watcher.sink.until(({ present }) => present.has('shop/d'));
      expect(things.watcher.sink.present.has('shop/c')).toBe(true);
      expect(JSON.stringify(things.watcher.sink.told).length).toBeLessThan(
        2_000,
      );
    });

    it('JSON that is none: it reads again what it cannot read past', async () => {
      let watch = await things.begin();
      for (const pause of [1, 2, 4].map(factor => factor * FIRST_RETRY_MS)) {
        watch.sendRaw('{"type":"ADDED",,}\n');
        await things.watcher.clock.pass(pause);
        watch = await things.server.next('watch');
      }
      expect(watch.query.get('sendInitialEvents')).toBe('true');
    });
  });

  it('says that it does not know all when an object is too large', async () => {
    const watch = await things.begin();
    const huge = { ...thing('a', 30), data: 'x'.repeat(9 * 1024 * 1024) };
    watch.send(event('MODIFIED', huge), event('ADDED', thing('d', 31)));
    await things.watcher.sink.until(({ present }) => present.has('shop/d'));
    expect(things.watcher.coverage()).toMatchObject({
      state: 'syncing',
      error: expect.stringMatching(/^too large to be read: shop\/a with 94/),
    });
    // It may be there still.
    watch.send(event('ERROR', statusOf(410, 'gone')));
    const relist = await things.server.next('watch');
    relist.send(
      event('ADDED', huge),
      event('ADDED', thing('d', 31)),
      event('ADDED', thing('e', 40)),
      bookmark(50, true),
    );
    await things.watcher.sink.until(({ present }) => present.has('shop/e'));
    relist.send(event('ADDED', thing('f', 51)));
    await things.watcher.sink.until(({ present }) => present.has('shop/f'));
    expect(things.watcher.sink.present.has('shop/a')).toBe(true);
    expect(things.watcher.coverage()?.state).toBe('syncing');
    // Who goes on after a restart must hear of it again.
    const resumed = things.watcher.sink.resumePoints.get('things.example.com');
    expect(Number(resumed)).toBeLessThan(30);
  });
});
