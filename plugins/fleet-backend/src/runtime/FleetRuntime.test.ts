import { mockServices } from '@backstage/backend-test-utils';
import { Coverage, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row, systemClock } from '@slipway/backstage-plugin-fleet-node';
import { FleetStore } from '../store';
import { batchOf } from '../__testUtils__/batchOf';
import { openTestStore } from '../__testUtils__/openTestStore';
import { testRow } from '../__testUtils__/testRow';
import { domain } from '../__testUtils__/widgets/domain';
import { WatchSink } from '../watch';
import { FleetRuntime, FleetWatch } from './FleetRuntime';

const SOURCE = 'cluster/one';
const WIDGETS = 'widgets.example.org';
const ITEM = 'widgets/one/shop/a';

let time = Date.parse('2026-11-20T12:00:00Z');
const now = () => new Date(time);
const live: Coverage = { state: 'live' };

function widget(name: string, broken?: string, parts: Partial<Row> = {}): Row {
  return testRow({ name, slices: { widgets: { broken } }, ...parts });
}

function sourceInfo(parts: Partial<SourceInfo> = {}): SourceInfo {
  return {
    id: SOURCE,
    kind: 'cluster',
    name: 'one',
    uid: 'cluster-uid',
    state: 'live',
    reachable: true,
    since: now().toISOString(),
    lastContact: now().toISOString(),
    ...parts,
  };
}

/** Watches as a test tells it to. */
class ScriptedWatch implements FleetWatch {
  sink!: WatchSink;

  async run(sink: WatchSink, signal: AbortSignal) {
    this.sink = sink;
    await new Promise(resolve => {
      signal.addEventListener('abort', resolve);
    });
  }
}

async function startRuntime(
  store: FleetStore,
  logger = mockServices.logger.mock(),
) {
  const runtime = await FleetRuntime.create({
    domains: [domain],
    store,
    projection: 'projection-1',
    onProblem: () => undefined,
    logger,
    clock: systemClock,
    now,
  });
  const watch = new ScriptedWatch();
  runtime.start(watch);
  return { runtime, watch };
}

describe('FleetRuntime', () => {
  let store: FleetStore;

  beforeEach(async () => {
    time = Date.parse('2026-11-20T12:00:00Z');
    store = await openTestStore({ now });
  });

  async function runOnce() {
    const { runtime, watch } = await startRuntime(store);
    watch.sink.source(sourceInfo());
    watch.sink.rows([widget('a', 'it fell'), widget('b')]);
    watch.sink.resumePoint({
      source: SOURCE,
      resource: WIDGETS,
      resourceVersion: '42',
    });
    watch.sink.coverage({ source: SOURCE, resource: WIDGETS, coverage: live });
    await runtime.stop();
    return runtime;
  }

  it('knows what it knew at once after a restart, marked stale', async () => {
    const before = await runOnce();
    const incident = before.engine.incidents()[0];
    const lastContact = now().toISOString();
    time += 600_000;

    const { runtime } = await startRuntime(store);

    expect(runtime.engine.items()).toEqual(before.engine.items());
    expect(runtime.engine.incidents()).toEqual([incident]);
    expect(runtime.engine.reader.source(SOURCE)).toMatchObject({
      state: 'stale',
      reachable: true,
      since: now().toISOString(),
      lastContact,
    });
    expect(runtime.engine.reader.coverage(SOURCE, WIDGETS)).toEqual({
      state: 'stale',
      since: now().toISOString(),
      lastContact,
    });
    expect(runtime.resumeFrom(SOURCE)).toMatchObject({
      uid: 'cluster-uid',
      lastContact,
      resources: new Map([
        [
          WIDGETS,
          expect.objectContaining({
            resourceVersion: '42',
            known: [
              expect.objectContaining({ name: 'a' }),
              expect.objectContaining({ name: 'b' }),
            ],
          }),
        ],
      ]),
    });
    expect(runtime.history.since(ITEM)).toBe(lastContact);
    await runtime.stop();
  });

  it('knows after a restart which namespaces it knew for themselves', async () => {
    const { runtime, watch } = await startRuntime(store);
    const tell = (coverage: Coverage, namespace?: string) =>
      watch.sink.coverage({
        source: SOURCE,
        resource: WIDGETS,
        namespace,
        coverage,
      });
    const lastContact = now().toISOString();
    watch.sink.source(sourceInfo());
    watch.sink.rows([widget('a')]);
    tell({ state: 'forbidden' });
    tell({ state: 'live', lastContact }, 'shop');
    tell({ state: 'forbidden' }, 'bank');
    await runtime.stop();
    time += 600_000;

    const second = await startRuntime(store);
    const { reader } = second.runtime.engine;
    expect(reader.coverage(SOURCE, WIDGETS)).toEqual({ state: 'forbidden' });
    expect(reader.coverage(SOURCE, WIDGETS, 'shop')).toEqual({
      state: 'stale',
      since: now().toISOString(),
      lastContact,
    });
    expect(reader.coverage(SOURCE, WIDGETS, 'bank').state).toBe('forbidden');
    const resumed = second.runtime.resumeFrom(SOURCE)?.resources.get(WIDGETS);
    expect([...(resumed?.namespaces?.keys() ?? [])]).toEqual(['shop']);
    expect([...(resumed?.known ?? [])]).toMatchObject([{ name: 'a' }]);
    await second.runtime.stop();
  });

  it('writes a timeline, and nothing of what did not change', async () => {
    await runOnce();
    const write = jest.spyOn(store, 'write');
    time += 60_000;
    const { runtime, watch } = await startRuntime(store);
    watch.sink.rows([
      widget('a', 'it fell', { resourceVersion: '50' }),
      widget('b', 'it broke'),
    ]);
    await runtime.stop();

    const rows = write.mock.calls.flatMap(([batch]) => batch.rows);
    expect(rows.map(({ name }) => name)).toEqual(['b']);
    expect(await store.timeline('widgets/one/shop/b')).toMatchObject([
      { status: 'failing', cause: 'widget.broken', says: 'it broke' },
      { status: 'healthy' },
    ]);
    expect(await store.timeline(ITEM)).toHaveLength(1);
  });

  it('keeps a cluster that was away so until it is heard', async () => {
    const { runtime, watch } = await startRuntime(store);
    watch.sink.source(
      sourceInfo({ state: 'stale', reachable: false, error: 'refused' }),
    );
    await runtime.stop();

    const second = await startRuntime(store);
    second.watch.sink.source(sourceInfo({ state: 'stale' }));
    const { reader } = second.runtime.engine;
    expect(reader.source(SOURCE)).toMatchObject({
      reachable: false,
      error: 'refused',
    });
    second.watch.sink.source(sourceInfo());
    expect(reader.source(SOURCE)).toMatchObject({ state: 'live' });
    expect(reader.source(SOURCE)?.error).toBeUndefined();
    await second.runtime.stop();
  });

  it('forgets a source that is no more', async () => {
    await runOnce();
    const { runtime, watch } = await startRuntime(store);
    watch.sink.sourceGone(SOURCE);
    await runtime.stop();
    expect(runtime.engine.items()).toEqual([]);

    const third = await startRuntime(store);
    expect(third.runtime.engine.items()).toEqual([]);
    expect(third.runtime.engine.incidents()[0].closedAt).toBeDefined();
    expect(await store.timeline(ITEM)).toEqual([]);
    await third.runtime.stop();
  });

  it('throws away stored rows that are not kept', async () => {
    await runOnce();
    await store.write(
      batchOf({
        rows: [widget('x', undefined, { source: 'cluster/unheard' })],
      }),
    );
    const { runtime } = await startRuntime(store);
    await runtime.stop();

    const names: string[] = [];
    for await (const page of store.loadRows()) {
      names.push(...page.map(({ name }) => name));
    }
    expect(names.sort()).toEqual(['a', 'b']);
  });

  it('tells those who listen of every change', async () => {
    const { runtime, watch } = await startRuntime(store);
    const heard: string[] = [];
    runtime.subscribe(({ items }) =>
      heard.push(...items.map(({ ref, status }) => `${ref.name} ${status}`)),
    );
    watch.sink.rows([widget('a')]);
    watch.sink.rows([widget('a', 'it fell')]);
    expect(heard).toEqual(['a healthy', 'a failing']);
    await runtime.stop();
  });

  it('is not stopped by a listener that fails', async () => {
    const logger = mockServices.logger.mock();
    const { runtime, watch } = await startRuntime(store, logger);
    runtime.subscribe(() => {
      throw new Error('cannot listen');
    });
    watch.sink.rows([widget('a')]);
    expect(logger.error).toHaveBeenCalledWith(
      expect.any(String),
      expect.objectContaining({ message: 'cannot listen' }),
    );
    expect(runtime.engine.items()).toHaveLength(1);
    await runtime.stop();
  });

  it('believes no versions of a cluster that was replaced', async () => {
    await runOnce();
    const { runtime, watch } = await startRuntime(store);
    watch.sink.source(sourceInfo({ uid: 'another-uid' }));
    const resumed = runtime.resumeFrom(SOURCE)?.resources.get(WIDGETS);
    expect(resumed?.resourceVersion).toBeUndefined();
    // They are those of the other cluster, until it turns out that they are gone.
    expect([...(resumed?.known ?? [])]).toMatchObject([
      { name: 'a' },
      { name: 'b' },
    ]);
    await runtime.stop();
    expect((await store.load('projection-1')).resources).toMatchObject([
      { resource: WIDGETS, resourceVersion: undefined },
    ]);
  });

  it('watches without its past when that cannot be read', async () => {
    await runOnce();
    jest.spyOn(store, 'load').mockRejectedValue(new Error('file is damaged'));
    const logger = mockServices.logger.mock();
    const { runtime, watch } = await startRuntime(store, logger);
    expect(logger.error).toHaveBeenCalledWith(
      expect.stringContaining('file is damaged'),
    );
    expect(runtime.resumeFrom(SOURCE)).toBeUndefined();
    watch.sink.rows([widget('a')]);
    expect(runtime.engine.items()).toHaveLength(1);
    await runtime.stop();
  });
});
