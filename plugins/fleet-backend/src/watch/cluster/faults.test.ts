import {
  Exchange,
  ScriptedApiServer,
  statusOf,
} from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  RANDOM,
  startTestWatcher,
  thing,
  thingsResource,
} from '../../__testUtils__/startTestWatcher';

const FIRST_RETRY_MS = 1_000 * RANDOM;
const SETTLE_MS = 500;

describe('a watched cluster', () => {
  let server: ScriptedApiServer;
  let watcher: ReturnType<typeof startTestWatcher>;

  beforeEach(async () => {
    server = await ScriptedApiServer.start();
  });
  afterEach(async () => {
    await watcher.stop();
    await server.close();
  });

  const isLive = () => watcher.coverage()?.state === 'live';

  /** Has the objects a and b at version 10. */
  async function begin(
    options: Partial<Parameters<typeof startTestWatcher>[0]> = {},
  ): Promise<Exchange> {
    watcher = startTestWatcher({ server, ...options });
    const watch = await server.next('watch', 'things');
    watch.send(
      event('ADDED', thing('a', 1)),
      event('ADDED', thing('b', 2)),
      bookmark(10, true),
    );
    await watcher.sink.until(isLive);
    return watch;
  }

  /** Where the next watch begins, and all that was told up to its c. */
  async function goOn() {
    const watch = await server.next('watch');
    watch.send(event('ADDED', thing('c', 30)));
    await watcher.sink.until(({ present }) => present.has('shop/c'));
    return {
      from: watch.query.get('resourceVersion'),
      happened: watcher.sink.happened,
    };
  }

  const EACH_ONCE = ['+ shop/a 1', '+ shop/b 2', '+ shop/c 30'];
  const WITH_CHANGE = EACH_ONCE.toSpliced(2, 0, '+ shop/a 11');

  describe('goes on after', () => {
    it('a reset connection', async () => {
      const watch = await begin();
      watch.reset();
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
      expect(watcher.sink.coverages).toEqual(['syncing', 'live']);
    });

    it('an event of which half arrives', async () => {
      const watch = await begin();
      watch.send(event('MODIFIED', thing('a', 11)));
      watch.sendRaw('{"type":"MODIFIED","object":{"metadata":{"na');
      await watcher.sink.until(({ happened }) => happened.length === 3);
      watch.end();
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '11', happened: WITH_CHANGE });
    });

    it('a stall in the middle of an event', async () => {
      const watch = await begin();
      watch.send(event('MODIFIED', thing('a', 11)));
      watch.sendRaw('{"type":"MODIFIED"');
      await watcher.sink.until(({ happened }) => happened.length === 3);
      watcher.clock.advance(30_000);
      await watch.closed;
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '11', happened: WITH_CHANGE });
    });

    it('a connection on which nothing is heard for longer than bookmarks take', async () => {
      const watch = await begin();
      watcher.clock.advance(100_000);
      watch.send(bookmark(20));
      await watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '20',
      );
      watcher.clock.advance(149_000);
      watcher.clock.advance(1_000);
      await watch.closed;
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '20', happened: EACH_ONCE });
    });

    it('a 500', async () => {
      const watch = await begin();
      watch.end();
      const failing = await server.next('watch');
      failing.refuse(500, 'etcdserver: request timed out');
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('many 500s, more and more slowly', async () => {
      const watch = await begin();
      watch.end();
      for (const pause of [400, 800, 1_600, 3_200]) {
        (await server.next('watch')).refuse(500, 'no');
        await watcher.clock.pass(pause);
      }
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('too many requests, when the server says', async () => {
      const watch = await begin();
      watch.end();
      const busy = await server.next('watch');
      busy.refuse(429, 'too many requests', { 'retry-after': '7' });
      await watcher.clock.pass(7_000);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('an error event that says the server is busy', async () => {
      const watch = await begin();
      const status = statusOf(429, 'storage is (re)initializing');
      watch.send(
        event('ERROR', { ...status, details: { retryAfterSeconds: 3 } }),
      );
      await watcher.clock.pass(3_000);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it.each([
      [
        'an internal error',
        statusOf(500, 'etcd event received with PrevKv=nil'),
      ],
      ['no code', { kind: 'Status', reason: 'InternalError' }],
      ['nothing at all', 'what?'],
    ])('an error event with %s', async (_, status) => {
      const watch = await begin();
      watch.send(event('ERROR', status));
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });

    it('a list that the server ends before its end', async () => {
      const watch = await begin();
      watch.send(event('ERROR', statusOf(410, 'gone')));
      const relist = await server.next('watch');
      relist.send(event('ADDED', thing('c', 30)));
      relist.end();
      await watcher.clock.pass(2 * FIRST_RETRY_MS);
      (await server.next('watch')).send(
        event('ADDED', thing('a', 1)),
        event('ADDED', thing('b', 2)),
        event('ADDED', thing('c', 30)),
        bookmark(50, true),
      );
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened).toHaveLength(3);
    });

    it('a watch that the server ends at once', async () => {
      const watch = await begin();
      watch.end();
      const short = await server.next('watch');
      short.sendRaw('');
      short.end();
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(await goOn()).toEqual({ from: '10', happened: EACH_ONCE });
    });
  });

  describe('after 410', () => {
    /** All that was told up to the end of the new list. */
    async function listAgain() {
      const relist = await server.next('watch');
      expect(relist.query.has('resourceVersion')).toBe(false);
      expect(watcher.coverage()?.state).toBe('stale');
      relist.send(
        event('ADDED', thing('b', 2)),
        event('ADDED', thing('c', 40)),
      );
      await watcher.sink.until(({ present }) => present.has('shop/c'));
      // Between mark and sweep nothing is forgotten.
      expect([...watcher.sink.present.keys()]).toEqual([
        'shop/a',
        'shop/b',
        'shop/c',
      ]);
      relist.send(bookmark(50, true));
      await watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '50',
      );
      expect(isLive()).toBe(true);
      return watcher.sink.happened;
    }

    const SWEPT = ['+ shop/a 1', '+ shop/b 2', '+ shop/c 40', '- shop/a'];

    it('as an answer lists again and sweeps', async () => {
      const watch = await begin();
      watch.end();
      (await server.next('watch')).refuse(410, 'too old resource version');
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('as an event lists again and sweeps', async () => {
      const watch = await begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('by its reason alone lists again and sweeps', async () => {
      const watch = await begin();
      watch.send(event('ERROR', { kind: 'Status', reason: 'Expired' }));
      expect(await listAgain()).toEqual(SWEPT);
    });

    it('tells of what is deleted while it lists again', async () => {
      const watch = await begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      const relist = await server.next('watch');
      relist.send(
        event('ADDED', thing('a', 1)),
        event('ADDED', thing('b', 2)),
        event('DELETED', thing('b', 41)),
        bookmark(50, true),
      );
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened.slice(2)).toEqual(['- shop/b']);
    });

    it('forgets nothing when the new list breaks off', async () => {
      const watch = await begin();
      watch.send(event('ERROR', statusOf(410, 'too old resource version')));
      const relist = await server.next('watch');
      relist.send(event('ADDED', thing('a', 1)));
      relist.reset();
      await watcher.clock.pass(2 * FIRST_RETRY_MS);
      const second = await server.next('watch');
      expect(second.query.get('sendInitialEvents')).toBe('true');
      expect(watcher.sink.present.size).toBe(2);
      second.send(event('ADDED', thing('b', 2)), bookmark(50, true));
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened.slice(2)).toEqual(['- shop/a']);
    });

    it('again and again is slowed down', async () => {
      const watch = await begin();
      watch.send(event('ERROR', statusOf(410, 'gone')));
      (await server.next('watch')).refuse(410, 'gone');
      await watcher.clock.pass(2 * FIRST_RETRY_MS);
      (await server.next('watch')).refuse(410, 'gone');
      await watcher.clock.pass(4 * FIRST_RETRY_MS);
      const last = await server.next('watch');
      expect(last.query.get('sendInitialEvents')).toBe('true');
    });
  });

  describe('tells of nothing twice', () => {
    it('when events are repeated', async () => {
      const watch = await begin();
      watch.send(
        event('ADDED', thing('a', 1)),
        event('MODIFIED', thing('b', 11)),
        event('MODIFIED', thing('b', 11)),
        event('DELETED', thing('a', 12)),
        event('DELETED', thing('a', 12)),
        bookmark(20),
      );
      await watcher.sink.until(
        ({ resumePoints }) => resumePoints.get('things.example.com') === '20',
      );
      expect(watcher.sink.happened.slice(2)).toEqual([
        '+ shop/b 11',
        '- shop/a',
      ]);
    });

    it('when another object has the name of one whose end went unnoticed', async () => {
      const watch = await begin();
      watch.send(event('ADDED', thing('a', 15, 'other')));
      await watcher.sink.until(({ happened }) => happened.length === 4);
      expect(watcher.sink.happened.slice(2)).toEqual([
        '- shop/a',
        '+ shop/a 15',
      ]);
      expect(watcher.sink.told[2]).toMatchObject({ uid: 'uid-a', slices: {} });
      expect(watcher.sink.present.get('shop/a')).toBe('uid-other 15');
    });
  });

  describe('is not confused by', () => {
    it('unknown fields, wrong types and unknown events', async () => {
      const watch = await begin();
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
      await watcher.sink.until(({ present }) => present.has('shop/c'));
      expect([...watcher.sink.present.keys()].sort()).toEqual([
        'shop/a',
        'shop/b',
        'shop/c',
        'shop/odd',
      ]);
    });

    it('a clock that is wrong by years', async () => {
      const watch = await begin();
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
      await watcher.sink.until(({ present }) => present.has('shop/c'));
      expect(watcher.source()?.lastContact).toMatch(/^2026-11-20T12:00/);
    });

    it('bytes that come one by one', async () => {
      const watch = await begin();
      const text = `${JSON.stringify(event('ADDED', thing('ü', 30)))}\n`;
      for (const char of text) {
        watch.sendRaw(char);
        await new Promise(resolve => setImmediate(resolve));
        watcher.clock.advance(10);
      }
      await watcher.sink.until(({ present }) => present.has('shop/ü'));
      expect(watcher.sink.happened).toHaveLength(3);
    });

    it('an object of 2 MB', async () => {
      const watch = await begin();
      const large = { ...thing('c', 30), data: 'x'.repeat(2 * 1024 * 1024) };
      watch.send(event('ADDED', large), event('ADDED', thing('d', 31)));
      await watcher.sink.until(({ present }) => present.has('shop/d'));
      expect(watcher.sink.present.has('shop/c')).toBe(true);
      expect(JSON.stringify(watcher.sink.told).length).toBeLessThan(2_000);
    });

    it('JSON that is none: it reads again what it cannot read past', async () => {
      let watch = await begin();
      for (const pause of [1, 2, 4].map(factor => factor * FIRST_RETRY_MS)) {
        watch.sendRaw('{"type":"ADDED",,}\n');
        await watcher.clock.pass(pause);
        watch = await server.next('watch');
      }
      expect(watch.query.get('sendInitialEvents')).toBe('true');
    });
  });

  it('says that it does not know all when an object is too large', async () => {
    const watch = await begin();
    const huge = { ...thing('a', 30), data: 'x'.repeat(9 * 1024 * 1024) };
    watch.send(event('MODIFIED', huge), event('ADDED', thing('d', 31)));
    await watcher.sink.until(({ present }) => present.has('shop/d'));
    expect(watcher.coverage()).toMatchObject({
      state: 'syncing',
      error: expect.stringMatching(/^too large to be read: shop\/a with 94/),
    });
    // It may be there still.
    watch.send(event('ERROR', statusOf(410, 'gone')));
    const relist = await server.next('watch');
    relist.send(
      event('ADDED', huge),
      event('ADDED', thing('d', 31)),
      event('ADDED', thing('e', 40)),
      bookmark(50, true),
    );
    await watcher.sink.until(({ present }) => present.has('shop/e'));
    relist.send(event('ADDED', thing('f', 51)));
    await watcher.sink.until(({ present }) => present.has('shop/f'));
    expect(watcher.sink.present.has('shop/a')).toBe(true);
    expect(watcher.coverage()?.state).toBe('syncing');
    // Who goes on after a restart must hear of it again.
    const resumed = watcher.sink.resumePoints.get('things.example.com');
    expect(Number(resumed)).toBeLessThan(30);
  });

  describe('whose credentials are refused', () => {
    it('is asked once more with fresh ones', async () => {
      const asked: boolean[] = [];
      watcher = startTestWatcher({
        server,
        async authenticate({ fresh }) {
          asked.push(fresh);
          const token = asked.includes(true) ? 'new' : 'old';
          return { headers: { authorization: `Bearer ${token}` } };
        },
      });
      const first = await server.next('watch');
      expect(first.headers.authorization).toBe('Bearer old');
      first.refuse(401, 'Unauthorized');
      const second = await server.next('watch');
      expect(second.headers.authorization).toBe('Bearer new');
      second.send(bookmark(10, true));
      await watcher.sink.until(isLive);
      expect(asked.filter(Boolean)).toHaveLength(1);
      expect(watcher.source()?.state).toBe('live');
    });

    it('is failed, and looked at again', async () => {
      server.scripted.add('identity');
      watcher = startTestWatcher({ server });
      (await server.next('identity')).refuse(401, 'Unauthorized');
      (await server.next('identity')).refuse(401, 'Unauthorized');
      await watcher.sink.until(() => watcher.source()?.state === 'failed');
      expect(watcher.source()).toMatchObject({
        reachable: false,
        error: 'Unauthorized',
      });
      server.scripted.delete('identity');
      await watcher.clock.pass(5_000 * RANDOM);
      (await server.next('watch')).send(bookmark(10, true));
      await watcher.sink.until(isLive);
      expect(watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
      expect(watcher.source()?.error).toBeUndefined();
    });

    it('by one resource alone is not failed', async () => {
      const watch = await begin({
        resources: [thingsResource(), thingsResource('others')],
      });
      const other = await server.next('watch', 'others');
      other.refuse(401, 'Unauthorized');
      (await server.next('watch', 'others')).refuse(401, 'Unauthorized');
      await watcher.sink.until(
        ({ coverageOf }) =>
          coverageOf.get('others.example.com')?.error === 'Unauthorized',
      );
      await watcher.clock.pass(2_000);
      watch.send(event('ADDED', thing('c', 30)));
      await watcher.sink.until(({ present }) => present.has('shop/c'));
      await watcher.clock.until(sleeping => sleeping.includes(2_000));
      expect(watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
    });

    it('is failed for want of any, with the reason', async () => {
      watcher = startTestWatcher({
        server,
        async authenticate() {
          throw new Error('the token file t is empty');
        },
      });
      await watcher.sink.until(() => watcher.source()?.state === 'failed');
      expect(watcher.source()?.error).toBe('the token file t is empty');
      expect(server.log).toEqual([]);
    });

    it('keeps a watch whose token is rotated, and uses the new one next', async () => {
      let token = 'old';
      const watch = await begin({
        authenticate: async () => ({
          headers: { authorization: `Bearer ${token}` },
        }),
      });
      token = 'new';
      watch.send(event('MODIFIED', thing('a', 20)));
      await watcher.sink.until(({ happened }) => happened.length === 3);
      watch.end();
      const again = await server.next('watch');
      expect(again.headers.authorization).toBe('Bearer new');
      expect(again.query.get('resourceVersion')).toBe('20');
    });
  });

  describe('that says no', () => {
    it('with 403 is forbidden, and looked at again', async () => {
      watcher = startTestWatcher({ server });
      (await server.next('watch')).refuse(403, 'things is forbidden: User');
      await watcher.sink.until(() => watcher.coverage()?.state === 'forbidden');
      expect(watcher.coverage()?.error).toBe('things is forbidden: User');
      expect(watcher.source()).toMatchObject({
        state: 'live',
        reachable: true,
      });
      await watcher.clock.pass(10_000 * RANDOM);
      (await server.next('watch')).send(bookmark(10, true));
      await watcher.sink.until(isLive);
    });

    it('with 404 for its group has none, and is looked at again', async () => {
      server.served['/apis/example.com/v1'] = [];
      watcher = startTestWatcher({ server });
      await watcher.sink.until(() => watcher.coverage()?.state === 'absent');
      server.served['/apis/example.com/v1'] = ['things'];
      await watcher.clock.pass(240_000 * (0.5 + RANDOM / 2));
      (await server.next('watch')).send(bookmark(10, true));
      await watcher.sink.until(isLive);
      expect(watcher.sink.coverages).toEqual(['syncing', 'absent', 'live']);
    });

    it('to what it served is asked again before it is believed', async () => {
      const watch = await begin();
      delete server.served['/apis/example.com/v1'];
      watch.end();
      (await server.next('watch')).refuse(404, 'not found');
      await watcher.clock.pass(FIRST_RETRY_MS);
      expect(watcher.sink.present.size).toBe(2);
      await watcher.clock.pass(2 * FIRST_RETRY_MS);
      await watcher.sink.until(() => watcher.coverage()?.state === 'absent');
      expect(watcher.sink.present.size).toBe(0);
    });
  });

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
      watcher = startTestWatcher({ server, resumeFrom: resumeFrom() });
      expect(watcher.coverage()?.state).toBe('stale');
      expect(watcher.source()).toMatchObject({
        state: 'stale',
        reachable: true,
        lastContact: '2026-11-19T12:00:00Z',
      });
      const watch = await server.next('watch');
      expect(watch.query.get('resourceVersion')).toBe('10');
      watch.send(event('DELETED', thing('a', 11)));
      await watcher.sink.until(isLive);
      await watcher.sink.until(({ happened }) => happened.length === 1);
      expect(watcher.sink.happened).toEqual(['- shop/a']);
    });

    it('is live when nothing has changed', async () => {
      watcher = startTestWatcher({ server, resumeFrom: resumeFrom() });
      (await server.next('watch')).sendRaw('');
      await watcher.clock.pass(SETTLE_MS);
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened).toEqual([]);
    });

    it('is listed and swept when that is too long ago', async () => {
      watcher = startTestWatcher({ server, resumeFrom: resumeFrom() });
      (await server.next('watch')).refuse(410, 'too old');
      const relist = await server.next('watch');
      relist.send(event('ADDED', thing('b', 1)), bookmark(50, true));
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened).toEqual(['- shop/a']);
      expect(watcher.sink.told[0]).toMatchObject({
        kind: 'Thing',
        namespace: 'shop',
        uid: 'uid-a',
      });
    });

    it('is listed when it is another cluster, whose versions mean nothing', async () => {
      watcher = startTestWatcher({ server, resumeFrom: resumeFrom('before') });
      const relist = await server.next('watch');
      expect(relist.query.get('sendInitialEvents')).toBe('true');
      expect(watcher.coverage()?.state).toBe('syncing');
      relist.send(event('ADDED', thing('b', 1)), bookmark(3, true));
      await watcher.sink.until(isLive);
      expect(watcher.sink.happened).toEqual(['+ shop/b 1', '- shop/a']);
    });
  });

  it.each([
    [200, '<html>Log in</html>'],
    [404, '<html>Not found</html>'],
  ])('that is none (%d) is failed', async (status, body) => {
    server.identity = { status, body };
    watcher = startTestWatcher({ server });
    while (watcher.source()?.state !== 'failed') {
      await watcher.clock.pass(2_000);
    }
    expect(watcher.source()).toMatchObject({
      reachable: false,
      error: `what answers (${status}) is no Kubernetes API`,
    });
  });

  it('that is made anew at the same address is listed', async () => {
    const watch = await begin();
    server.uid = 'another';
    watch.reset();
    await watcher.clock.pass(FIRST_RETRY_MS);
    const relist = await server.next('watch');
    expect(relist.query.get('sendInitialEvents')).toBe('true');
    expect(watcher.coverage()?.state).toBe('syncing');
    relist.send(bookmark(3, true));
    await watcher.sink.until(isLive);
    expect(watcher.sink.present.size).toBe(0);
    expect(watcher.source()?.uid).toBe('another');
  });
});
