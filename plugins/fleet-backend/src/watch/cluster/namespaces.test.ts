import { Exchange } from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  RANDOM,
  thing,
  thingsResource,
} from '../../__testUtils__/startTestWatcher';
import { watchThings } from '../../__testUtils__/watchThings';

const THINGS = 'things.example.com';
const ALL = '/apis/example.com/v1/things';
const SHOP = '/apis/example.com/v1/namespaces/shop/things';
const BANK = '/apis/example.com/v1/namespaces/bank/things';
const LOOK_AGAIN_MS = 10_000 * RANDOM;

const resources = [
  thingsResource('things', {
    namespacesWhenForbidden: ['shop', 'bank'],
    labelSelector: 'a=b',
  }),
];

describe('a resource that may not be listed in all namespaces', () => {
  const things = watchThings();
  const stateIn = (namespace: string) =>
    things.watcher.sink.coverageOf.get(`${THINGS} in ${namespace}`)?.state;
  const state = () => things.watcher.coverage()?.state;

  /** The next watches of these paths, in this order. */
  async function next(...paths: string[]): Promise<Exchange[]> {
    const found = new Map<string, Exchange>();
    while (found.size < paths.length) {
      const watch = await things.server.next('watch');
      found.set(watch.path, watch);
    }
    expect([...found.keys()].sort()).toEqual([...paths].sort());
    return paths.map(path => found.get(path)!);
  }

  async function beginForbidden(options = {}) {
    things.start({ resources, ...options });
    const [all] = await next(ALL);
    all.refuse(403, 'things is forbidden: at the cluster scope');
    return next(SHOP, BANK);
  }

  it('is known in those that allow it', async () => {
    const [shop, bank] = await beginForbidden();
    expect(shop.query.get('labelSelector')).toBe('a=b');
    shop.send(event('ADDED', labelled('a', 1)), bookmark(10, true));
    bank.refuse(403, 'things is forbidden: in bank');
    await things.watcher.sink.until(
      () => stateIn('shop') === 'live' && stateIn('bank') === 'forbidden',
    );
    expect(state()).toBe('forbidden');
    expect(things.watcher.sink.happened).toEqual(['+ shop/a 1']);
    expect(things.watcher.source()).toMatchObject({ state: 'live' });

    shop.send(event('DELETED', labelled('a', 11)));
    await things.watcher.sink.until(({ present }) => present.size === 0);
  });

  it('is not swept by what is listed in another one', async () => {
    const [shop, bank] = await beginForbidden();
    shop.send(event('ADDED', labelled('a', 1)), bookmark(10, true));
    await things.watcher.sink.until(() => stateIn('shop') === 'live');
    bank.send(bookmark(10, true));
    await things.watcher.sink.until(() => stateIn('bank') === 'live');
    expect(things.watcher.sink.happened).toEqual(['+ shop/a 1']);
  });

  it('is watched as a whole again once it may be, and nothing gone is kept', async () => {
    const [shop, bank] = await beginForbidden();
    shop.send(event('ADDED', labelled('a', 1)), bookmark(10, true));
    bank.send(event('ADDED', labelled('b', 2, 'bank')), bookmark(10, true));
    await things.watcher.sink.until(({ present }) => present.size === 2);

    await things.watcher.clock.pass(LOOK_AGAIN_MS);
    const [all] = await next(ALL);
    all.send(event('ADDED', labelled('b', 2, 'bank')), bookmark(20, true));
    await things.watcher.sink.until(things.isLive);
    await Promise.all([shop.closed, bank.closed]);
    expect(things.watcher.sink.happened.at(-1)).toBe('- shop/a');
    expect([stateIn('shop'), stateIn('bank')]).toEqual(['live', 'live']);
  });

  it('goes over to namespaces when it may not be listed any more', async () => {
    things.start({ resources });
    const [all] = await next(ALL);
    all.send(
      event('ADDED', labelled('a', 1)),
      event('ADDED', labelled('b', 2)),
      bookmark(10, true),
    );
    await things.watcher.sink.until(things.isLive);
    all.end();
    const [again] = await next(ALL);
    again.refuse(403, 'things is forbidden');
    const [shop] = await next(SHOP, BANK);
    shop.send(event('ADDED', labelled('b', 2)), bookmark(30, true));
    await things.watcher.sink.until(() => stateIn('shop') === 'live');
    expect(things.watcher.sink.happened.at(-1)).toBe('- shop/a');
  });

  it('is looked for in namespaces at once after a restart', async () => {
    things.start({
      resources,
      resumeFrom: {
        uid: 'cluster-uid',
        resources: new Map([
          [
            THINGS,
            {
              namespaces: new Map([['shop', { lastContact: '2026-11-19' }]]),
              known: ['a', 'b'].map(name => thing(name, 1).metadata),
            },
          ],
        ]),
      },
    });
    expect(stateIn('shop')).toBe('stale');
    const [, shop] = await next(ALL, SHOP, BANK);
    shop.send(event('ADDED', labelled('b', 1)), bookmark(10, true));
    await things.watcher.sink.until(() => stateIn('shop') === 'live');
    expect(things.watcher.sink.happened).toEqual(['- shop/a']);
  });

  it('ends with the cluster', async () => {
    const [shop, bank] = await beginForbidden();
    shop.sendRaw('');
    await things.watcher.stop();
    await Promise.all([shop.closed, bank.closed]);
    expect(things.watcher.clock.sleeping).toEqual([]);
  });
});

function labelled(name: string, version: number, namespace = 'shop') {
  const object = thing(name, version, name, namespace);
  return { ...object, metadata: { ...object.metadata, labels: { a: 'b' } } };
}
