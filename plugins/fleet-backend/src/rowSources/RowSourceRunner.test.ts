import { mockServices } from '@backstage/backend-test-utils';
import {
  mergeResources,
  RecordSink,
  RowSource,
} from '@slipway/backstage-plugin-fleet-node';
import {
  shipDomain,
  shipRecord as ship,
  SHIPS,
} from '@slipway/backstage-plugin-fleet-node-test-utils';
import { ManualClock } from '../__testUtils__/ManualClock';
import { openTestStore } from '../__testUtils__/openTestStore';
import { FleetRuntime } from '../runtime/FleetRuntime';
import { FleetStore } from '../store';
import { RowSourceRunner } from './RowSourceRunner';

const SOURCE = 'cloud/acme';
const FLEETS = 'fleets.example.org';
const RANDOM = 0.4;
const FIRST_RESTART_MS = 1_000 * RANDOM;

/** It reads a second kind, which the sources of the tests do not bring. */
const domain = shipDomain({
  resources: [
    ...shipDomain().resources,
    {
      id: FLEETS,
      kind: 'Fleet',
      group: 'example.org',
      from: 'cloud',
      versions: [],
      plural: 'fleets',
      namespaced: false,
      project: () => true,
    },
  ],
});

/** A source that does what a test tells it to. */
class ScriptedSource implements RowSource {
  readonly kind = 'cloud';
  readonly id: string;
  resources = [SHIPS];
  runs: {
    sink: RecordSink;
    signal: AbortSignal;
    end(): void;
    fail(error: Error): void;
  }[] = [];
  readonly name: string;
  #listeners: (() => void)[] = [];

  constructor(name = 'acme') {
    this.name = name;
    this.id = `cloud/${name}`;
  }

  async run(sink: RecordSink, signal: AbortSignal): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.runs.push({ sink, signal, end: resolve, fail: reject });
      signal.addEventListener('abort', () => resolve(), { once: true });
      this.#listeners.forEach(listener => listener());
    });
  }

  started(count: number): Promise<void> {
    return new Promise(resolve => {
      const listener = () => this.runs.length >= count && resolve();
      this.#listeners.push(listener);
      listener();
    });
  }

  get sink(): RecordSink {
    return this.runs.at(-1)!.sink;
  }
}

describe('RowSourceRunner', () => {
  let store: FleetStore;
  let clock: ManualClock;
  const running: { stop(): Promise<void> }[] = [];
  const started = Date.parse('2026-11-20T12:00:00Z');
  const now = () => new Date(started + clock.now());
  const live = () =>
    ({ state: 'live', lastContact: now().toISOString() } as const);

  beforeEach(async () => {
    clock = ManualClock.create();
    store = await openTestStore({ now });
  });

  afterEach(async () => {
    await Promise.all(running.splice(0).map(one => one.stop()));
  });

  async function start(...sources: RowSource[]) {
    const logger = mockServices.logger.mock();
    const runtime = await FleetRuntime.create({
      domains: [domain],
      store,
      projection: 'one',
      onProblem: ({ error }) => {
        throw error;
      },
      logger,
      clock,
      now,
    });
    runtime.start(
      RowSourceRunner.create({
        sources,
        resources: mergeResources([domain]),
        reader: runtime.engine.reader,
        remembered: runtime.sourceIds(),
        clock,
        now,
        random: () => RANDOM,
        logger,
      }),
    );
    running.push(runtime);
    const { engine } = runtime;
    const { reader } = engine;
    return {
      logger,
      stop: () => running.splice(running.indexOf(runtime), 1)[0].stop(),
      source: () => reader.source(SOURCE),
      coverage: (resource = SHIPS) => reader.coverage(SOURCE, resource),
      rows: () => reader.rows(SOURCE, SHIPS).map(({ name }) => name),
      whole: () => reader.rows(SOURCE, SHIPS),
      items: () => engine.items().map(({ ref, status }) => [ref.name, status]),
    };
  }

  it('makes rows and items of records, and says how old they are', async () => {
    const source = new ScriptedSource();
    const fleet = await start(source);
    expect(fleet.source()).toMatchObject({
      kind: 'cloud',
      name: 'acme',
      state: 'starting',
    });
    expect(fleet.coverage().state).toBe('syncing');
    expect(fleet.coverage(FLEETS).state).toBe('absent');

    source.sink.state(live());
    source.sink.replace(SHIPS, [ship('a'), ship('b'), { metadata: 7 }]);
    expect(fleet.items()).toEqual([
      ['a', 'healthy'],
      ['b', 'healthy'],
    ]);
    expect(fleet.source()).toMatchObject({ state: 'live', reachable: true });
    expect(fleet.coverage()).toMatchObject({
      state: 'live',
      lastContact: now().toISOString(),
    });

    source.sink.replace(SHIPS, [ship('b', 'five')]);
    expect(fleet.items()).toEqual([['b', 'healthy']]);
    expect(JSON.stringify(fleet.whole())).not.toContain('the-secret');
  });

  it('keeps what is known of a source that does not answer, as stale', async () => {
    const source = new ScriptedSource();
    const fleet = await start(source);
    source.sink.state(live());
    source.sink.replace(SHIPS, [ship('a')]);
    const lastContact = now().toISOString();
    clock.advance(60_000);
    source.sink.state({ state: 'stale', error: '503' });
    expect(fleet.source()).toMatchObject({
      state: 'stale',
      reachable: false,
      error: '503',
      since: now().toISOString(),
      lastContact,
    });
    expect(fleet.coverage()).toMatchObject({ state: 'stale', lastContact });
    expect(fleet.items()).toEqual([['a', 'unknown']]);
    source.sink.state(live());
    source.sink.replace(SHIPS, [ship('a')]);
    expect(fleet.source()?.error).toBeUndefined();
    expect(fleet.items()).toEqual([['a', 'healthy']]);
  });

  it('passes on what may not be read', async () => {
    const source = new ScriptedSource();
    const fleet = await start(source);
    source.sink.coverage(SHIPS, { state: 'forbidden', error: '403' });
    expect(fleet.coverage()).toMatchObject({
      state: 'forbidden',
      error: '403',
      since: now().toISOString(),
    });
  });

  it('serves what was known at once after a restart', async () => {
    const first = new ScriptedSource();
    const before = await start(first);
    first.sink.state(live());
    first.sink.replace(SHIPS, [ship('a'), ship('b')]);
    const lastContact = now().toISOString();
    await before.stop();
    clock.advance(60_000);

    const second = new ScriptedSource();
    const after = await start(second);
    expect(after.source()).toMatchObject({ state: 'stale', lastContact });
    expect(after.coverage()).toMatchObject({ state: 'stale', lastContact });
    expect(after.rows()).toEqual(['a', 'b']);

    second.sink.state({ state: 'stale', error: '503' });
    expect(after.source()).toMatchObject({ reachable: false, lastContact });
    second.sink.state(live());
    second.sink.replace(SHIPS, [ship('b')]);
    expect(after.rows()).toEqual(['b']);
    expect(after.coverage().state).toBe('live');
  });

  it('forgets a source that is not configured any more', async () => {
    const first = new ScriptedSource();
    const before = await start(first);
    first.sink.replace(SHIPS, [ship('a')]);
    await before.stop();
    const after = await start(new ScriptedSource('other'));
    expect(after.source()).toBeUndefined();
    expect(after.rows()).toEqual([]);
    expect(after.items()).toEqual([]);
  });

  it('forgets what a source does not bring any more', async () => {
    const first = new ScriptedSource();
    const before = await start(first);
    first.sink.replace(SHIPS, [ship('a')]);
    await before.stop();
    const second = new ScriptedSource();
    second.resources = [FLEETS];
    const after = await start(second);
    expect(after.rows()).toEqual([]);
    expect(after.coverage().state).toBe('absent');
  });

  it('starts a source again that threw, ever later, and says so', async () => {
    const source = new ScriptedSource();
    const fleet = await start(source);
    const [{ sink, fail }] = source.runs;
    sink.replace(SHIPS, [ship('a')]);
    fail(new Error('it fell over'));
    await clock.pass(FIRST_RESTART_MS);
    await source.started(2);
    expect(fleet.logger.error).toHaveBeenCalledWith(
      'The source cloud/acme ended and is started again in 1 s: it fell over',
    );
    expect(fleet.source()).toMatchObject({
      state: 'failed',
      reachable: false,
      error: 'it fell over',
    });
    expect(fleet.coverage().state).toBe('stale');
    sink.replace(SHIPS, []);
    expect(fleet.rows()).toEqual(['a']);

    source.runs[1].end();
    await clock.pass(2 * FIRST_RESTART_MS);
    await source.started(3);
    source.sink.state(live());
    source.runs[2].end();
    await clock.pass(FIRST_RESTART_MS);
    await source.started(4);
  });

  it('waits for sources to return when it is stopped', async () => {
    let finish = () => {};
    const fleet = await start({
      id: SOURCE,
      kind: 'cloud',
      name: 'acme',
      resources: [SHIPS],
      run: () =>
        new Promise(resolve => {
          finish = resolve;
        }),
    });
    let isStopped = false;
    const stopping = fleet.stop().then(() => {
      isStopped = true;
    });
    await new Promise(resolve => setImmediate(resolve));
    expect(isStopped).toBe(false);
    finish();
    await stopping;
    expect(isStopped).toBe(true);
  });

  it('does not take what a source does not bring', async () => {
    const source = new ScriptedSource();
    const fleet = await start(source);
    source.sink.replace(FLEETS, [ship('a')]);
    source.sink.replace('nobody.reads.this', []);
    expect(fleet.logger.warn).toHaveBeenCalledTimes(2);
    expect(fleet.coverage(FLEETS).state).toBe('absent');
  });
});
