import { once } from 'node:events';
import { createServer } from 'node:http';
import { Server, Socket, connect, AddressInfo } from 'node:net';
import { BackstageCredentials } from '@backstage/backend-plugin-api';
import express from 'express';
import { Access, fullAccess } from '../access/Access';
import { WatchSubscription } from '../changes/FleetWatch';
import { DefaultFleetView } from '../DefaultFleetView';
import { FleetView } from '../FleetView';
import {
  accessOfOwners,
  createTestView,
} from '../__testUtils__/createTestView';
import { openEvents } from '../__testUtils__/openEvents';
import { testItem } from '../__testUtils__/testData';
import { StreamSession, StreamSessionOptions } from './StreamSession';
import { STREAM_TIMINGS } from './StreamTimings';

const ITEMS: WatchSubscription[] = [{ id: 'all', kind: 'items' }];
const LONG = 3_600_000;

describe('StreamSession', () => {
  const ended: (() => void)[] = [];
  afterEach(() => ended.splice(0).forEach(end => end()));

  /** A server of one route, whose reader's access can be changed. */
  async function start(
    fleet: { view: DefaultFleetView },
    options: Partial<StreamSessionOptions> & { expiresAt?: Date } = {},
  ) {
    const rights: { access: Access; fail?: Error } = { access: fullAccess };
    const view = {
      watch: async (_: BackstageCredentials, asked: WatchSubscription[]) => {
        if (rights.fail) {
          throw rights.fail;
        }
        return fleet.view.watch(rights.access, asked);
      },
    } as FleetView<BackstageCredentials>;
    const stop = new AbortController();
    const app = express();
    const served: Promise<void>[] = [];
    app.get('/', (req, res) => {
      served.push(
        StreamSession.serve({
          view,
          credentials: {
            $$type: '@backstage/BackstageCredentials',
            principal: { type: 'user' },
            expiresAt: options.expiresAt,
          },
          subscriptions: ITEMS,
          lastEventId: req.header('last-event-id'),
          res,
          now: () => new Date(),
          signal: stop.signal,
          ...options,
          timings: {
            ...STREAM_TIMINGS,
            batch: 1,
            authorization: LONG,
            ...options.timings,
          },
        }),
      );
    });
    const server: Server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    ended.push(() => {
      stop.abort();
      server.close();
    });
    const open = (lastEventId?: string) =>
      openEvents(server, {
        path: '/',
        headers: lastEventId ? { 'last-event-id': lastEventId } : {},
      });
    return { server, open, rights, stop, served };
  }

  it('greets, then tells of changes in batches', async () => {
    const fleet = createTestView({ items: [testItem('a')] });
    const { open } = await start(fleet);
    const stream = await open();
    expect(stream.response.headers.get('cache-control')).toMatch(
      'no-transform',
    );
    const hello = await stream.next();
    expect(hello).toMatchObject({ event: 'hello' });
    fleet.change({ items: [testItem('b')] });
    fleet.change({ items: [testItem('b', { status: 'failing' })] });
    const change = await stream.next();
    expect(change?.event).toBe('change');
    expect(change?.data.subscriptions.all.upserted).toMatchObject([
      { status: 'failing' },
    ]);
    expect(change?.id).toBe(change?.data.revision);
    stream.close();
  });

  it('goes on from the last event, or from the revision of an answer', async () => {
    const fleet = createTestView({ items: [testItem('a')] });
    const { open } = await start(fleet);
    const { revision } = await fleet.view.listItems(fullAccess, {});
    fleet.change({ items: [testItem('missed')], removed: [testItem('a')] });
    const stream = await open(revision);
    expect(await stream.next()).toMatchObject({
      event: 'hello',
      data: { revision },
    });
    expect(await stream.next()).toMatchObject({
      event: 'change',
      data: {
        subscriptions: {
          all: {
            upserted: [{ ref: { name: 'missed' } }],
            removed: ['certificates/dev-1/shop-prod/a'],
          },
        },
      },
    });
    stream.close();
  });

  it.each(['nonsense', 'ffffffff.1', '00\u00e9'])(
    'resets who cannot go on: %s',
    async lastEventId => {
      const fleet = createTestView();
      const { open } = await start(fleet);
      const stream = await open(lastEventId);
      const hello = await stream.next();
      expect(hello?.data.revision).not.toContain(lastEventId);
      expect(await stream.next()).toMatchObject({ event: 'reset' });
      expect(await stream.next()).toBeUndefined();
    },
  );

  it('ends when the credentials expire', async () => {
    const { open, served } = await start(createTestView(), {
      expiresAt: new Date(Date.now() + 30),
    });
    const stream = await open();
    expect(await stream.next()).toMatchObject({ event: 'hello' });
    expect(await stream.next()).toBeUndefined();
    await Promise.all(served);
  });

  it.each<[string, (rights: { access: Access; fail?: Error }) => void]>([
    [
      'changed',
      rights => {
        rights.access = accessOfOwners('group:default/storefront');
      },
    ],
    [
      'cannot be asked for',
      rights => {
        rights.fail = new Error('the permission backend is down');
      },
    ],
  ])('resets who has rights that %s', async (_, change) => {
    const fleet = createTestView({ items: [testItem('a')] });
    const { open, rights } = await start(fleet, {
      timings: { ...STREAM_TIMINGS, batch: 1, authorization: 10 },
    });
    const stream = await open();
    expect(await stream.next()).toMatchObject({ event: 'hello' });
    change(rights);
    expect(await stream.next()).toMatchObject({ event: 'reset' });
    expect(await stream.next()).toBeUndefined();
  });

  it('tells with a heartbeat where those are who were told nothing', async () => {
    const fleet = createTestView({ items: [testItem('a')] });
    const { open } = await start(fleet, {
      subscriptions: [
        { id: 'none', kind: 'items', filter: { cluster: 'other' } },
      ],
      timings: { ...STREAM_TIMINGS, batch: 1, heartbeat: 20 },
    });
    const stream = await open();
    await stream.next();
    fleet.change({ items: [testItem('b')] });
    const { revision } = await fleet.view.listItems(fullAccess, {});
    expect(await stream.next()).toMatchObject({
      id: revision,
      event: 'change',
      data: { subscriptions: {} },
    });
    stream.close();
  });

  it('cuts a client that takes nothing, and keeps nothing for it', async () => {
    const fleet = createTestView();
    const { server, served } = await start(fleet, {
      timings: { ...STREAM_TIMINGS, batch: 1, patience: 20, farewell: 20 },
    });
    const { port } = server.address() as AddressInfo;
    const socket: Socket = connect(port, '127.0.0.1');
    ended.push(() => socket.destroy());
    socket.write('GET / HTTP/1.1\r\nhost: localhost\r\n\r\n');
    await once(socket, 'data');
    socket.pause();
    // More than any buffer on the way takes, in batches that do not wait.
    const text = 'x'.repeat(100_000);
    let n = 0;
    const pushing = setInterval(() => {
      fleet.change({
        items: [testItem(`big-${n++ % 100}`, { details: text })],
      });
    }, 1);
    ended.push(() => clearInterval(pushing));
    await new Promise<void>(resolve => {
      const looking = setInterval(() => {
        if (served.length > 0) {
          clearInterval(looking);
          resolve();
        }
      }, 1);
    });
    await expect(Promise.all(served)).resolves.toHaveLength(1);
  });

  it('ends all streams when the backend stops', async () => {
    const { open, stop, served } = await start(createTestView());
    const streams = await Promise.all([open(), open(), open()]);
    await Promise.all(streams.map(stream => stream.next()));
    stop.abort();
    expect(await Promise.all(streams.map(stream => stream.next()))).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    await Promise.all(served);
  });

  it('forgets a client that went', async () => {
    const fleet = createTestView();
    const { open, served } = await start(fleet);
    const stream = await open();
    await stream.next();
    stream.close();
    await expect(Promise.all(served)).resolves.toHaveLength(1);
  });
});
