import { FakeFleet } from '../testUtils/FakeFleet';
import { fakeIncident } from '../testUtils/fakeIncident';
import { fakeItem } from '../testUtils/fakeItem';
import { LiveConnection } from './LiveConnection';
import { PageVisibility } from './PageVisibility';

class FakeVisibility implements PageVisibility {
  readonly #listeners = new Set<() => void>();
  #isHidden = false;

  isHidden() {
    return this.#isHidden;
  }

  onChange(listener: () => void) {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  set(isHidden: boolean) {
    this.#isHidden = isHidden;
    this.#listeners.forEach(listener => listener());
  }
}

const things = { kind: 'items', filter: { domain: 'things' } } as const;
const incidents = { kind: 'incidents', filter: {} } as const;

const streamRequests = (fleet: FakeFleet) =>
  fleet.requests
    .filter(({ method }) => method === 'openStream')
    .map(({ request }) => request as { lastEventId?: string });

/** Time passes, and what it set off is done. */
const pass = (milliseconds: number) =>
  jest.advanceTimersByTimeAsync(milliseconds);

function start() {
  const fleet = FakeFleet.create();
  const visibility = new FakeVisibility();
  const connection = LiveConnection.create({ api: fleet, visibility });
  const listener = { onChange: jest.fn(), onMissed: jest.fn() };
  return { fleet, visibility, connection, listener };
}

describe('LiveConnection', () => {
  beforeEach(() => {
    jest.useFakeTimers({
      doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'],
    });
    jest.spyOn(Math, 'random').mockReturnValue(1);
  });

  afterEach(() => {
    jest.useRealTimers();
    jest.restoreAllMocks();
  });

  it('opens one stream for all subscriptions of a page', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    connection.subscribe(incidents, 'fake.1', listener);
    connection.subscribe({ ...things }, 'fake.1', listener);
    await pass(100);

    expect(fleet.streams).toHaveLength(1);
    expect(streamRequests(fleet)).toEqual([
      {
        subscriptions: [
          { id: 's1', ...things },
          { id: 's2', ...incidents },
        ],
        lastEventId: 'fake.1',
      },
    ]);
    expect(connection.state.mode).toBe('live');
  });

  it('tells each listener what concerns its subscription', async () => {
    const { fleet, connection, listener } = start();
    const other = { onChange: jest.fn(), onMissed: jest.fn() };
    connection.subscribe(things, 'fake.1', listener);
    connection.subscribe(incidents, 'fake.1', other);
    await pass(100);
    const item = fakeItem('shop-tls');
    fleet.put(item);
    await pass(0);

    expect(listener.onChange).toHaveBeenCalledWith({
      upserted: [item],
      removed: [],
    });
    expect(other.onChange).not.toHaveBeenCalled();
  });

  it('connects anew where it was when subscriptions change', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.put(fakeItem('one'));
    await pass(0);
    connection.subscribe(incidents, 'fake.9', listener);
    await pass(100);

    expect(fleet.streams).toHaveLength(1);
    expect(streamRequests(fleet)[1].lastEventId).toBe('fake.2');
  });

  it('goes back to the answer of a new subscription that is older', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.7', listener);
    connection.subscribe(incidents, 'fake.5', listener);
    await pass(100);

    expect(streamRequests(fleet)[0].lastEventId).toBe('fake.5');
  });

  it('misses nothing of a new subscription while it connects', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(incidents, 'fake.1', listener);
    await pass(100);
    connection.subscribe(things, fleet.revision, listener);
    fleet.put(fakeItem('one'));
    fleet.putIncident(fakeIncident('maker'));
    await pass(100);

    expect(streamRequests(fleet)[1].lastEventId).toBe('fake.1');
  });

  it('keeps the stream when a page is drawn twice', async () => {
    const { fleet, connection, listener } = start();
    const stop = connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    stop();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    expect(streamRequests(fleet)).toHaveLength(1);
  });

  it('has an answer asked for again that is older than what was told', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.put(fakeItem('one'));
    await pass(0);
    const late = { onChange: jest.fn(), onMissed: jest.fn() };
    connection.subscribe(things, 'fake.1', late);
    expect(late.onMissed).toHaveBeenCalledTimes(1);
    connection.subscribe(things, 'fake.2', listener);
    expect(listener.onMissed).not.toHaveBeenCalled();
  });

  it('closes the stream when nobody listens', async () => {
    const { fleet, connection, listener } = start();
    const stop = connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    stop();
    await pass(2_100);

    expect(fleet.streams).toHaveLength(0);
    expect(connection.state.mode).toBe('paused');
  });

  it('stays live from one page to the next', async () => {
    const { fleet, connection, listener } = start();
    const modes: string[] = [];
    const stop = connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    connection.onState(() => modes.push(connection.state.mode));
    stop();
    await pass(500);
    connection.subscribe(incidents, 'fake.1', listener);
    await pass(10_000);

    expect(modes).toEqual([]);
    expect(fleet.streams).toHaveLength(1);
  });

  it('opens no stream again for a page that was left', async () => {
    const { fleet, connection, listener } = start();
    const stop = connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    stop();
    await pass(100);
    fleet.streams[0].end();
    await pass(60_000);

    expect(streamRequests(fleet)).toHaveLength(1);
    expect(connection.state.mode).toBe('paused');
  });

  it('closes the stream while the tab is hidden and resumes after it', async () => {
    const { fleet, visibility, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.put(fakeItem('one'));
    await pass(0);
    visibility.set(true);
    expect(fleet.streams).toHaveLength(0);
    expect(connection.state.mode).toBe('paused');

    await pass(600_000);
    expect(streamRequests(fleet)).toHaveLength(1);

    visibility.set(false);
    await pass(0);
    expect(streamRequests(fleet)[1].lastEventId).toBe('fake.2');
    expect(connection.state.mode).toBe('live');
    expect(listener.onMissed).not.toHaveBeenCalled();
  });

  it('does not connect for a tab that nobody sees', async () => {
    const { fleet, visibility, connection, listener } = start();
    visibility.set(true);
    connection.subscribe(things, 'fake.1', listener);
    await pass(60_000);
    expect(fleet.streams).toHaveLength(0);
  });

  it('resumes when the stream ends, without a word at the first time', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.streams[0].end();
    await pass(0);
    expect(connection.state.mode).toBe('live');
    await pass(1_000);
    expect(streamRequests(fleet)).toHaveLength(2);
  });

  it('has all asked for again after a reset', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.streams[0].send('reset');
    await pass(0);
    expect(listener.onMissed).toHaveBeenCalledTimes(1);
  });

  it('says when the connection is lost, and soon finds it again', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    fleet.fail(new Error('no network'));
    fleet.streams[0].end();
    await pass(1_000);
    expect(connection.state.mode).toBe('lost');
    expect(listener.onMissed).not.toHaveBeenCalled();
    await pass(600_000);
    expect(connection.state.mode).toBe('lost');
    expect(listener.onMissed).toHaveBeenCalled();

    fleet.fail();
    await pass(15_000);
    expect(connection.state.mode).toBe('live');
  });

  it('goes on by asking where streams always break', async () => {
    const { fleet, connection, listener } = start();
    listener.onMissed.mockImplementation(() => connection.heard());
    connection.subscribe(things, 'fake.1', listener);
    fleet.fail(new Error('502'));
    await pass(5_000);
    expect(connection.state.mode).toBe('polling');
  });

  it('polls where streams are held back, and stops when they come through', async () => {
    const { fleet, connection, listener } = start();
    listener.onMissed.mockImplementation(() => connection.heard());
    fleet.block(true);
    connection.subscribe(things, 'fake.1', listener);
    await pass(10_100);
    expect(connection.state.mode).toBe('polling');
    expect(listener.onMissed).toHaveBeenCalledTimes(1);
    await pass(30_000);
    expect(listener.onMissed).toHaveBeenCalledTimes(2);

    fleet.block(false);
    await pass(60_000);
    expect(connection.state.mode).toBe('live');
    const polls = listener.onMissed.mock.calls.length;
    await pass(40_000);
    expect(listener.onMissed).toHaveBeenCalledTimes(polls);
  });

  it('polls at once when such a tab is looked at again', async () => {
    const { fleet, visibility, connection, listener } = start();
    fleet.block(true);
    connection.subscribe(things, 'fake.1', listener);
    await pass(10_100);
    visibility.set(true);
    listener.onMissed.mockClear();
    await pass(300_000);
    expect(listener.onMissed).not.toHaveBeenCalled();

    visibility.set(false);
    expect(listener.onMissed).toHaveBeenCalledTimes(1);
  });

  it('polls where something answers with a page instead', async () => {
    const { listener } = start();
    const blocked = LiveConnection.create({
      api: {
        openStream: async () =>
          new Response('<html>', { headers: { 'content-type': 'text/html' } }),
      },
      visibility: new FakeVisibility(),
    });
    blocked.subscribe(things, 'fake.1', listener);
    await pass(100);
    expect(listener.onMissed).toHaveBeenCalledTimes(1);
    await pass(30_000);
    expect(listener.onMissed).toHaveBeenCalledTimes(2);
  });

  it('gives up a stream that is silent for three heartbeats', async () => {
    const { fleet, connection, listener } = start();
    connection.subscribe(things, 'fake.1', listener);
    await pass(100);
    await pass(40_000);
    fleet.streams[0].write(': heartbeat\n\n');
    await pass(40_000);
    expect(streamRequests(fleet)).toHaveLength(1);
    await pass(6_100);
    expect(streamRequests(fleet)).toHaveLength(2);
  });
});
