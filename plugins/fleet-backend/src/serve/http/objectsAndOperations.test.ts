import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_FLEET_ITEM } from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterClient,
  ClusterResponse,
  Operation,
} from '@slipway/backstage-plugin-fleet-node';
import request from 'supertest';
import {
  startTestFleet,
  TestFleetOptions,
} from '../__testUtils__/startTestFleet';
import { testItem } from '../__testUtils__/testData';

const mine = testItem('mine', { status: 'failing' });
const theirs = testItem('theirs', { owner: 'group:default/payments' });
const idOf = (name: string) => `certificates/dev-1/shop-prod/${name}`;

function clientThat(answer: () => Promise<ClusterResponse>) {
  const request_ = jest.fn<Promise<ClusterResponse>, [{ path: string }]>(
    answer,
  );
  const client: ClusterClient = { request: request_ };
  return { client, request: request_ };
}

function operation(options: Partial<Operation> = {}): Operation {
  return {
    id: 'renew',
    domain: 'certificates',
    title: 'Renewing',
    permission: createPermission({
      name: 'certificates.certificate.renew',
      attributes: { action: 'update' },
      resourceType: RESOURCE_TYPE_FLEET_ITEM,
    }),
    check: () => ({ outcome: 'allowed', effect: 'a new one', cost: '1 of 5' }),
    command: item => `cmctl renew ${item.ref.name}`,
    run: async () => ({ outcome: 'done', message: 'asked for' }),
    ...options,
  };
}

describe('objects and operations', () => {
  let fleet: Awaited<ReturnType<typeof startTestFleet>>;
  const start = async (options: TestFleetOptions = {}) => {
    fleet = await startTestFleet({
      initial: { items: [mine, theirs] },
      ...options,
    });
  };
  const getObject = (query: Record<string, string>, user = 'developer') =>
    request(fleet.server)
      .get('/api/fleet/objects')
      .query({
        item: idOf('mine'),
        kind: 'Secret',
        namespace: 'shop-prod',
        name: 'shop-tls',
        ...query,
      })
      .set(fleet.as(user));
  const run = (
    options: {
      item?: string;
      operation?: string;
      body?: {};
      user?: string;
    } = {},
  ) => {
    const { item = 'mine', operation: id = 'renew', body = {} } = options;
    return request(fleet.server)
      .post(
        `/api/fleet/items/${encodeURIComponent(idOf(item))}/operations/${id}`,
      )
      .set(fleet.as(options.user ?? 'developer'))
      .send(body);
  };

  afterEach(() => fleet.stop());

  it('reads one object of a chain, redacted, and tells the auditor', async () => {
    const { client, request: asked } = clientThat(async () => ({
      status: 200,
      body: { apiVersion: 'v1', kind: 'Secret', data: { key: 'c2VjcmV0' } },
    }));
    await start({ clients: { 'dev-1': { reader: client } } });
    const { status, body, headers } = await getObject({});
    expect(status).toBe(200);
    expect(body.object.data).toEqual({ key: '[redacted]' });
    expect(headers['cache-control']).toBe('no-store');
    expect(asked.mock.calls[0][0].path).toBe(
      '/api/v1/namespaces/shop-prod/secrets/shop-tls',
    );
    expect(fleet.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId: 'object-fetch' }),
    );
  });

  it('reads what proves a finding beside the first', async () => {
    const { client } = clientThat(async () => ({ status: 200, body: {} }));
    const finding = mine.finding!;
    const evidence = { ...mine.object, kind: 'Secret', name: 'beside' };
    await start({
      clients: { 'dev-1': { reader: client } },
      initial: { items: [{ ...mine, beside: [{ ...finding, evidence }] }] },
    });
    expect((await getObject({ name: 'beside' })).status).toBe(200);
  });

  it.each<Record<string, string>>([
    { name: 'other' },
    { name: '../secrets' },
    { namespace: 'kube-system' },
    { kind: 'Pod' },
    { item: idOf('theirs') },
    { item: idOf('absent') },
    { item: 'x' },
  ])(
    'asks no cluster for what does not belong to an item one sees: %j',
    async query => {
      const { client, request: asked } = clientThat(async () => ({
        status: 200,
        body: {},
      }));
      await start({ clients: { 'dev-1': { reader: client } } });
      expect((await getObject(query)).status).toBe(404);
      expect(asked).not.toHaveBeenCalled();
    },
  );

  it.each<[number, () => Promise<ClusterResponse>]>([
    [404, async () => ({ status: 404, body: {} })],
    [403, async () => ({ status: 403, body: {} })],
    [503, async () => ({ status: 500, body: {} })],
    [503, async () => ({ status: 200, body: 'text' })],
    [
      503,
      async () => {
        throw new Error('connect ECONNREFUSED');
      },
    ],
  ])('answers %d when the cluster does not give it', async (status, answer) => {
    const { client } = clientThat(answer);
    await start({ clients: { 'dev-1': { reader: client } } });
    expect((await getObject({})).status).toBe(status);
  });

  it('runs an operation with the credentials for it, and tells the auditor', async () => {
    const runIt = jest.fn(async () => ({
      outcome: 'done' as const,
      message: 'asked for',
    }));
    const { client } = clientThat(async () => ({ status: 200, body: {} }));
    await start({
      operations: [operation({ run: runIt })],
      clients: { 'dev-1': { operator: client } },
    });
    const dry = await run({ body: { dryRun: true } });
    expect(dry.body).toEqual({
      outcome: 'allowed',
      effect: 'a new one',
      cost: '1 of 5',
    });
    expect(runIt).not.toHaveBeenCalled();
    const done = await run();
    expect(done.status).toBe(200);
    expect(done.body).toEqual({ outcome: 'done', message: 'asked for' });
    expect(fleet.auditor.createEvent).toHaveBeenLastCalledWith(
      expect.objectContaining({
        eventId: 'item-operation',
        severityLevel: 'medium',
        meta: { item: idOf('mine'), operation: 'renew', dryRun: false },
      }),
    );
    expect(fleet.auditEvent.success).toHaveBeenLastCalledWith({
      meta: { outcome: 'done' },
    });
  });

  it('tells the command where there are no credentials', async () => {
    await start({ operations: [operation()] });
    expect((await run()).body).toMatchObject({
      outcome: 'command',
      command: 'cmctl renew mine',
    });
  });

  it('refuses what would not help', async () => {
    const check = () => ({ outcome: 'refused' as const, reason: 'no use' });
    await start({ operations: [operation({ check })] });
    for (const dryRun of [true, false]) {
      const { status, body } = await run({ body: { dryRun } });
      expect(status).toBe(409);
      expect(body).toEqual({ outcome: 'refused', reason: 'no use' });
    }
  });

  it('says what went wrong upstream', async () => {
    const { client } = clientThat(async () => ({ status: 200, body: {} }));
    await start({
      operations: [
        operation({
          run: async () => {
            throw new Error('the webhook denied the request');
          },
        }),
      ],
      clients: { 'dev-1': { operator: client } },
    });
    const { status, body } = await run();
    expect(status).toBe(503);
    expect(body.error.message).toMatch('the webhook denied the request');
    expect(fleet.auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it('hides items of others, and knows no other operations', async () => {
    const runIt = jest.fn();
    const { client } = clientThat(async () => ({ status: 200, body: {} }));
    await start({
      operations: [operation({ run: runIt })],
      clients: { 'dev-1': { operator: client } },
    });
    expect((await run({ item: 'theirs' })).status).toBe(404);
    expect((await run({ user: 'stranger' })).status).toBe(404);
    expect((await run({ operation: 'constructor' })).status).toBe(404);
    expect(runIt).not.toHaveBeenCalled();
  });

  it('lets nobody do what they may only look at', async () => {
    const permission = createPermission({
      name: 'denied.to.all',
      attributes: {},
      resourceType: RESOURCE_TYPE_FLEET_ITEM,
    });
    await start({ operations: [operation({ permission })] });
    const { status, body } = await run();
    expect(status).toBe(403);
    expect(body.error.message).toMatch('denied.to.all');
  });

  it('lets agents read the same, and no more', async () => {
    await start();
    const invoke = (name: string, user: string, input = {}) =>
      fleet.actions.invoke({
        id: `test:${name}`,
        input,
        credentials: fleet.credentialsOf(user),
      });
    const own = await invoke('list-fleet-items', 'developer', { limit: '5' });
    expect(own.output).toMatchObject({ total: 1 });
    expect(JSON.stringify(own)).not.toContain('theirs');
    await expect(
      invoke('get-fleet-item', 'developer', { id: idOf('theirs') }),
    ).rejects.toThrow('There is no item');
    expect(
      (await invoke('get-fleet-item', 'developer', { id: idOf('mine') }))
        .output,
    ).toMatchObject({ item: { id: idOf('mine') } });
    expect(fleet.auditor.createEvent).toHaveBeenLastCalledWith({
      eventId: 'item-fetch',
      meta: {
        item: idOf('mine'),
        by: 'action',
        actor: expect.stringMatching(/^user:default\/.*developer/),
      },
    });
    expect(
      (await invoke('list-fleet-incidents', 'stranger')).output,
    ).toMatchObject({ total: 0 });
    expect(
      (await invoke('list-fleet-sources', 'stranger')).output,
    ).toMatchObject({ sources: [] });
  });
});
