import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterDefinition,
  ClusterSource,
} from '@slipway/backstage-plugin-fleet-node';
import { CollectingSink } from '../../__testUtils__/CollectingSink';
import { ManualClock } from '../../__testUtils__/ManualClock';
import { ScriptedApiServer } from '../../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  RANDOM,
  thing,
  thingsResource,
} from '../../__testUtils__/startTestWatcher';
import { RegistrationClusterSource } from '../registrations/RegistrationClusterSource';
import { ClusterRegistry, ClusterRegistryOptions } from './ClusterRegistry';

/** A source that tells what a test says. */
class TestSource implements ClusterSource {
  tell: (clusters: ClusterDefinition[]) => void = () => {};

  constructor(readonly id: string) {}

  run(tell: (clusters: ClusterDefinition[]) => void, signal: AbortSignal) {
    this.tell = tell;
    return new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve());
    });
  }
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

const registration = (cluster: { name: string; server: string }) => ({
  metadata: { name: 's', namespace: 'slipway-fleet', uid: 's' },
  data: {
    name: base64(cluster.name),
    server: base64(cluster.server),
    config: base64('{"bearerToken":"t"}'),
  },
});

describe('ClusterRegistry', () => {
  let servers: ScriptedApiServer[];
  let stopping: AbortController;
  let ended: Promise<void>;
  let sink: CollectingSink;
  let clock: ManualClock;
  let registry: ClusterRegistry;
  const first = new TestSource('first');
  const second = new TestSource('second');
  const logger = mockServices.logger.mock();

  beforeEach(() => {
    servers = [];
    sink = CollectingSink.create();
    clock = ManualClock.create();
    stopping = new AbortController();
    ended = Promise.resolve();
    logger.warn.mockClear();
  });
  afterEach(async () => {
    stopping.abort();
    await ended;
    await Promise.all(servers.map(server => server.close()));
  });

  function start(options: Partial<ClusterRegistryOptions> = {}) {
    const times = { clock, now: () => new Date(0), random: () => RANDOM };
    registry = ClusterRegistry.create({
      sources: [first, second],
      registrationsOf: hub =>
        RegistrationClusterSource.create({ hub, logger, ...times }),
      resources: [thingsResource()],
      resumeFrom: () => undefined,
      remembered: [],
      logger,
      ...times,
      ...options,
    });
    ended = registry.run(sink, stopping.signal);
  }

  async function startServer(uid: string) {
    const server = await ScriptedApiServer.start();
    server.uid = uid;
    server.served['/apis/example.com/v1'] = ['things'];
    servers.push(server);
    return server;
  }

  const cluster = (
    name: string,
    server: ScriptedApiServer,
    more: Partial<ClusterDefinition> = {},
  ): ClusterDefinition => ({
    name,
    origin: 'test',
    revision: '1',
    access: {
      server: server.url,
      authenticate: async () => ({ headers: { authorization: 'Bearer r' } }),
    },
    labels: {},
    hub: false,
    ...more,
  });

  const untilKnown = (...names: string[]) =>
    sink.until(
      ({ infos }) =>
        [...infos.values()]
          .filter(({ state }) => state === 'live')
          .map(({ name }) => name)
          .sort()
          .join() === names.join(),
    );

  it('watches clusters as they come and go', async () => {
    const [a, b] = [await startServer('a'), await startServer('b')];
    start();
    first.tell([cluster('a', a)]);
    second.tell([]);
    await untilKnown('a');
    const watch = await a.next('watch');
    first.tell([cluster('a', a), cluster('b', b)]);
    await untilKnown('a', 'b');
    first.tell([cluster('b', b)]);
    await watch.closed;
    await untilKnown('b');
    expect(sink.gone).toEqual(['cluster/a']);
    expect(registry.clusters.map(({ name }) => name)).toEqual(['b']);
  });

  it('goes on with what it knows when a definition changes', async () => {
    const a = await startServer('a');
    const { metadata } = thing('a', 1);
    start({
      resumeFrom: () => ({
        resources: new Map([['things.example.com', { known: [metadata] }]]),
      }),
    });
    first.tell([cluster('a', a)]);
    const watch = await a.next('watch');
    watch.send(event('ADDED', thing('a', 1)), bookmark(10, true));
    await sink.until(({ resumePoints }) => resumePoints.size === 1);
    first.tell([cluster('a', a, { revision: '2' })]);
    await watch.closed;
    const again = await a.next('watch');
    expect(again.query.get('resourceVersion')).toBe('10');
    expect(sink.gone).toEqual([]);
  });

  it('takes the first of two with one name', async () => {
    const [a, b] = [await startServer('a'), await startServer('b')];
    start();
    second.tell([cluster('one', b)]);
    await untilKnown('one');
    first.tell([cluster('one', a, { revision: '2' })]);
    await sink.until(({ infos }) => infos.get('cluster/one')?.uid === 'a');
    expect(sink.infos.get('cluster/one')?.server).toBe(a.url);
  });

  it('watches a cluster that is known twice once, by its first name', async () => {
    const [a, b] = [await startServer('same'), await startServer('same')];
    start();
    second.tell([cluster('late', b)]);
    await untilKnown('late');
    first.tell([cluster('early', a)]);
    await untilKnown('early');
    await sink.until(({ gone }) => gone.includes('cluster/late'));
    expect(logger.warn).toHaveBeenCalledWith(
      'late is the cluster early, which is watched already',
    );
    first.tell([]);
    await untilKnown('late');
  });

  it('says of one that cannot be asked why, and watches the others', async () => {
    const a = await startServer('a');
    start();
    first.tell([
      cluster('a', a),
      cluster('broken', a, { access: { error: 'no credentials' } }),
    ]);
    await untilKnown('a');
    expect(sink.infos.get('cluster/broken')).toMatchObject({
      state: 'failed',
      reachable: false,
      error: 'no credentials',
    });
    expect(registry.reader('broken')).toBeUndefined();
  });

  it('forgets what the last run knew once all sources have told', async () => {
    const a = await startServer('a');
    start({ remembered: ['cluster/a', 'cluster/old', 'github/acme'] });
    first.tell([cluster('a', a)]);
    await untilKnown('a');
    expect(sink.gone).toEqual([]);
    second.tell([]);
    await sink.until(({ gone }) => gone.length > 0);
    expect(sink.gone).toEqual(['cluster/old']);
  });

  it('learns of clusters from the Secrets of a hub', async () => {
    const [hub, dev] = [await startServer('hub'), await startServer('dev')];
    hub.served['/apis/example.com/v1'] = [];
    start();
    first.tell([cluster('platform', hub, { hub: true })]);
    second.tell([]);
    const watch = await hub.next('watch', 'secrets');
    expect(watch.path).toBe('/api/v1/namespaces/slipway-fleet/secrets');
    expect(watch.query.get('labelSelector')).toBe(
      'slipway.dev/secret-type=cluster',
    );
    const secret = (version: number, data: Record<string, string>) => ({
      metadata: {
        name: 'cluster-dev-1',
        namespace: 'slipway-fleet',
        uid: 'secret',
        resourceVersion: String(version),
      },
      data: Object.fromEntries(
        Object.entries(data).map(([key, value]) => [key, base64(value)]),
      ),
    });
    const data = {
      name: 'dev-1',
      server: dev.url,
      config: JSON.stringify({ bearerToken: 's3cret' }),
    };
    watch.send(event('ADDED', secret(1, data)), bookmark(10, true));
    const listed = await dev.next('watch');
    expect(listed.headers.authorization).toBe('Bearer s3cret');
    await untilKnown('dev-1', 'platform');

    const config = JSON.stringify({ bearerToken: 'rotated' });
    watch.send(event('MODIFIED', secret(11, { ...data, config })));
    const relisted = await dev.next('watch');
    expect(relisted.headers.authorization).toBe('Bearer rotated');

    watch.send(event('DELETED', secret(12, data)));
    await untilKnown('platform');
    expect(sink.gone).toEqual(['cluster/dev-1']);
    expect(JSON.stringify([sink.told, [...sink.infos]])).not.toMatch(
      /s3cret|rotated/,
    );
  });

  it('says of one registered without credentials why, until there are some', async () => {
    const [hub, dev] = [await startServer('hub'), await startServer('dev')];
    start();
    first.tell([cluster('platform', hub, { hub: true })]);
    const watch = await hub.next('watch', 'secrets');
    const registered = registration({ name: 'dev-1', server: dev.url });
    const reason = 'connect ECONNREFUSED 10.0.0.20:6443';
    const unverified = {
      metadata: {
        ...registered.metadata,
        annotations: { 'slipway.dev/unverified': reason },
      },
      data: { ...registered.data, config: base64('{}') },
    };
    watch.send(event('ADDED', unverified), bookmark(10, true));
    await sink.until(({ infos }) => infos.has('cluster/dev-1'));
    expect(sink.infos.get('cluster/dev-1')).toMatchObject({
      state: 'failed',
      reachable: false,
      error: reason,
    });

    watch.send(event('MODIFIED', registered));
    await untilKnown('dev-1', 'platform');
  });

  it('stops watching the clusters of what is no hub any more', async () => {
    const [hub, dev] = [await startServer('hub'), await startServer('dev')];
    start();
    first.tell([cluster('platform', hub, { hub: true })]);
    const watch = await hub.next('watch', 'secrets');
    watch.send(
      event('ADDED', registration({ name: 'dev-1', server: dev.url })),
      bookmark(10, true),
    );
    await untilKnown('dev-1', 'platform');
    first.tell([cluster('platform', hub, { revision: '2' })]);
    await untilKnown('platform');
    await watch.closed;
    expect(sink.gone).toEqual(['cluster/dev-1']);
  });

  it('keeps what is registered at a hub that cannot be asked', async () => {
    const [hub, dev] = [await startServer('hub'), await startServer('dev')];
    const broken = {
      hub: true,
      revision: 'broken',
      access: { error: 'the kubeconfig is not there' },
    };
    start({ remembered: ['cluster/platform', 'cluster/dev-1', 'cluster/old'] });
    second.tell([]);
    first.tell([cluster('platform', hub, broken)]);
    await sink.until(({ infos }) => infos.has('cluster/platform'));
    expect(sink.gone).toEqual([]);

    first.tell([cluster('platform', hub, { hub: true })]);
    const watch = await hub.next('watch', 'secrets');
    watch.send(
      event('ADDED', registration({ name: 'dev-1', server: dev.url })),
      bookmark(10, true),
    );
    await untilKnown('dev-1', 'platform');
    expect(sink.gone).toEqual(['cluster/old']);

    first.tell([cluster('platform', hub, broken)]);
    await sink.until(
      ({ infos }) => infos.get('cluster/platform')?.state === 'failed',
    );
    watch.send(
      event('DELETED', registration({ name: 'dev-1', server: dev.url })),
    );
    await sink.until(({ gone }) => gone.includes('cluster/dev-1'));
  });

  it('gives clients for one-off requests', async () => {
    const a = await startServer('a');
    a.scripted.add('other');
    start();
    const { access } = cluster('a', a);
    first.tell([
      cluster('a', a, { operator: 'error' in access ? undefined : access }),
    ]);
    await untilKnown('a');
    const answer = registry.operator('a')!.request({
      method: 'PUT',
      path: '/odd?x=1',
      body: { a: 1 },
      signal: stopping.signal,
    });
    const asked = await a.next('other');
    expect(asked.headers).toMatchObject({
      'content-type': 'application/json',
      authorization: 'Bearer r',
    });
    asked.refuse(409, 'conflict');
    expect(await answer).toMatchObject({
      status: 409,
      body: { message: 'conflict' },
    });
    const read = registry.reader('a')!.request({
      method: 'GET',
      path: '/odd',
      signal: stopping.signal,
    });
    (await a.next('other')).reset();
    await expect(read).rejects.toThrow(`Cannot reach ${a.url}`);
    expect(registry.reader('b')).toBeUndefined();
  });
});
