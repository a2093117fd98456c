import request from 'supertest';
import {
  startTestFleet,
  TestFleetOptions,
} from '../__testUtils__/startTestFleet';
import { testIncident, testItem, testSource } from '../__testUtils__/testData';

const PAYMENTS = 'group:default/payments';
const mine = testItem('mine', { status: 'failing' });
const theirs = testItem('theirs', {
  status: 'failing',
  owner: PAYMENTS,
  namespace: 'pay-prod',
  says: 'words of payments',
});
const many = Array.from({ length: 30 }, (_, n) => testItem(`many-${n}`));
const MINE = encodeURIComponent('certificates/dev-1/shop-prod/mine');
const THEIRS = encodeURIComponent('certificates/dev-1/pay-prod/theirs');

const initial = {
  items: [mine, theirs, ...many],
  incidents: [testIncident([mine]), testIncident([theirs], { id: 'i-2' })],
  sources: [testSource('dev-1')],
};

describe('createRouter', () => {
  let fleet: Awaited<ReturnType<typeof startTestFleet>>;
  const start = async (options: TestFleetOptions = {}) => {
    fleet = await startTestFleet({ initial, ...options });
    return fleet;
  };
  const get = (path: string, user = 'developer') =>
    request(fleet.server).get(`/api/fleet${path}`).set(fleet.as(user));

  afterEach(() => fleet.stop());

  it('serves each user what is theirs, and all to those who may see all', async () => {
    await start();
    const own = await get('/items?limit=100');
    expect(own.status).toBe(200);
    expect(own.body.total).toBe(31);
    expect(own.text).not.toMatch(/theirs|pay-prod|words of payments/);
    const all = await get('/items?limit=100', 'platform');
    expect(all.body.total).toBe(32);
    const none = await get('/items', 'stranger');
    expect(none.body).toMatchObject({ items: [], total: 0, sources: [] });
  });

  it.each([
    ['/items?domain=certificates&text=theirs', 'items'],
    ['/incidents?state=all&text=payments', 'incidents'],
  ])('lists nothing of others: %s', async (path, list) => {
    await start();
    const { body } = await get(path);
    expect(body).toMatchObject({ [list]: [], total: 0 });
  });

  it.each([`/items/${THEIRS}`, '/incidents/i-2'])(
    'answers %s as if it were not there',
    async path => {
      await start();
      const hidden = await get(path);
      const absent = await get(`${path}-not`);
      expect(hidden.status).toBe(404);
      expect(absent.status).toBe(404);
      expect(Object.keys(hidden.body.error)).toEqual(
        Object.keys(absent.body.error),
      );
      await get(path, 'platform').expect(200);
    },
  );

  it('serves one item with all that is known of it, and tells the auditor', async () => {
    await start();
    const { body } = await get(`/items/${MINE}`).expect(200);
    expect(body).toMatchObject({
      item: { id: 'certificates/dev-1/shop-prod/mine', incident: 'incident-1' },
      incident: { visible: [{ name: 'mine' }] },
      source: { name: 'dev-1', state: 'live' },
    });
    expect(fleet.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({
        eventId: 'item-fetch',
        meta: { item: 'certificates/dev-1/shop-prod/mine' },
      }),
    );
    await get(`/items/${THEIRS}`).expect(404);
    expect(fleet.auditEvent.fail).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['/items?text=mine', 'items-fetch', { text: 'mine' }],
    ['/incidents', 'incidents-fetch', {}],
    ['/incidents/incident-1', 'incident-fetch', { incident: 'incident-1' }],
    ['/summary', 'summary-fetch', {}],
    ['/sources', 'sources-fetch', undefined],
  ])('tells the auditor of GET %s', async (path, eventId, meta) => {
    await start();
    await get(path).expect(200);
    expect(fleet.auditor.createEvent).toHaveBeenCalledWith(
      expect.objectContaining({ eventId, ...(meta && { meta }) }),
    );
    expect(fleet.auditEvent.success).toHaveBeenCalledTimes(1);
  });

  it('answers 304 while nothing has changed', async () => {
    await start();
    const { headers } = await get('/items');
    expect(headers['cache-control']).toBe('private, no-cache');
    expect(headers.vary).toMatch(/authorization/i);
    const again = () => get('/items').set('if-none-match', headers.etag);
    expect((await again()).status).toBe(304);
    fleet.change({ items: [testItem('new')] });
    expect((await again()).body.total).toBe(32);
  });

  it('never answers one user with the body or the ETag of another', async () => {
    await start();
    const all = await get('/items?limit=100', 'platform');
    const own = await get('/items?limit=100');
    const again = await get('/items?limit=100', 'platform');
    expect(all.headers['content-encoding']).toBe('gzip');
    expect(again.body).toEqual(all.body);
    expect(own.body.total).toBe(31);
    expect(own.headers.etag).not.toBe(all.headers.etag);
    const stolen = await get('/items?limit=100').set(
      'if-none-match',
      all.headers.etag,
    );
    expect(stolen.status).toBe(200);
    expect(stolen.body.total).toBe(31);
    const payments = await get('/items?limit=100', 'payments-developer');
    expect(payments.body.items).toMatchObject([{ ref: { name: 'theirs' } }]);
  });

  it('answers those with the same rights the same', async () => {
    await start();
    const one = await get('/items');
    const other = await get('/items', 'colleague');
    expect(other.headers.etag).toBe(one.headers.etag);
    expect(other.body).toEqual(one.body);
  });

  it('heeds rights that were taken away', async () => {
    await start();
    const { headers } = await get('/items');
    delete fleet.policy.groups['user:default/developer'];
    fleet.advance(10_000);
    const later = await get('/items').set('if-none-match', headers.etag);
    expect(later.status).toBe(200);
    expect(later.body.total).toBe(0);
  });

  it('speaks uncompressed to those who want it so', async () => {
    await start();
    const { headers, body } = await get('/items').set(
      'accept-encoding',
      'identity',
    );
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.total).toBe(31);
  });

  it.each([
    '/items?limit=0',
    '/items?limit=101',
    '/items?limit=1000000000000000000000',
    '/items?limit=many',
    '/items?sort=nothing',
    '/items?sort=details.__proto__',
    '/items?sort=details.',
    '/items?order=up',
    '/items?status=broken',
    '/items?unheard=of',
    '/items?details=noValue',
    '/items?details=__proto__=x',
    '/items?cursor=abc',
    '/items?cursor=eyJvcmRlciI6MX0',
    `/items?text=${'x'.repeat(300)}`,
    '/items?domain[$ne]=x',
    '/items?entityRef=nothing',
    '/incidents?state=half',
    '/incidents?cursor=%00',
    '/summary?status=failing',
    '/objects',
    '/stream',
    '/stream?subscriptions=%7B',
    '/stream?subscriptions=[]',
    '/stream?subscriptions=[{"id":"a","kind":"all"}]',
    '/stream?subscriptions=[{"id":"a","kind":"items","filter":{"text":1}}]',
    '/stream?subscriptions=[{"id":"a","kind":"items","filter":{"entity":{"kind":"component","name":"x","owner":"y"}}}]',
    '/stream?subscriptions=[{"id":"a","kind":"sources"},{"id":"a","kind":"sources"}]',
  ])('refuses %s', async path => {
    await start();
    const { status, body } = await get(path);
    expect(status).toBe(400);
    expect(body.error.name).toBe('InputError');
  });

  it.each(['/items?text=(.*%5B', '/items?text=%5C', '/items?namespace='])(
    'takes %s as plain text',
    async path => {
      await start();
      expect((await get(path)).status).toBe(200);
    },
  );

  it('takes one status or several', async () => {
    await start();
    const one = await get('/items?status=failing');
    expect(one.body.total).toBe(1);
    const two = await get('/items?status=failing&status=healthy');
    expect(two.body.total).toBe(31);
  });

  it('takes one detail or several, and all of them must match', async () => {
    await start();
    const total = async (query: string) =>
      (await get(`/items?${query}`)).body.total;
    expect(await total('details=issuerName=nobody')).toBe(0);
    expect(await total('details=a=1&details=b=2')).toBe(0);
    expect((await get('/incidents?details=a=1&cluster=dev-1')).status).toBe(
      200,
    );
  });

  it('refuses who is nobody', async () => {
    await start();
    for (const path of ['/items', '/sources', '/stream?subscriptions=[]']) {
      const { status } = await request(fleet.server)
        .get(`/api/fleet${path}`)
        .set('authorization', 'Bearer not-a-token');
      expect(status).toBe(401);
    }
  });

  it('refuses bodies that are too large or not JSON', async () => {
    await start();
    const post = (body: string) =>
      request(fleet.server)
        .post(`/api/fleet/items/${MINE}/operations/renew`)
        .set(fleet.as('developer'))
        .set('content-type', 'application/json')
        .send(body);
    const large = JSON.stringify({ dryRun: 'x'.repeat(10_000_000) });
    expect((await post(large)).status).toBe(400);
    expect((await post('{')).status).toBe(400);
    expect((await post('{"dryRun":"yes"}')).status).toBe(400);
    expect((await post('{"other":1}')).status).toBe(400);
  });

  it('lists sources with what is known of them', async () => {
    await start();
    const { body } = await get('/sources');
    expect(body.sources).toMatchObject([
      {
        name: 'dev-1',
        resources: [
          { resource: 'certificates.cert-manager.io', state: 'live' },
        ],
      },
    ]);
    expect((await get('/sources', 'stranger')).body.sources).toEqual([]);
  });

  it('sums up what each may see', async () => {
    await start();
    expect((await get('/summary')).body).toMatchObject({
      counts: { failing: 1, healthy: 30 },
      byDomain: { certificates: { failing: 1 } },
      incidents: 1,
    });
    expect((await get('/summary', 'platform')).body).toMatchObject({
      counts: { failing: 2 },
      incidents: 2,
    });
  });

  it('binds items to an entity where both name the same owner', async () => {
    const entity = (name: string, owner: string) => ({
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: { name },
      relations: [{ type: 'ownedBy', targetRef: owner }],
    });
    await start({
      initial: {
        items: [
          { ...mine, service: 'shop' },
          { ...theirs, service: 'pay' },
        ],
      },
      entities: [
        entity('shop', 'group:default/storefront'),
        // Anybody can write a catalog-info.yaml with somebody else's names.
        entity('pay', 'group:default/storefront'),
      ],
    });
    const of = async (ref: string, user?: string) =>
      (await get(`/items?entityRef=${ref}`, user)).body.total;
    expect(await of('component:default/shop')).toBe(1);
    expect(await of('Component:shop')).toBe(1);
    expect(await of('component:default/pay')).toBe(0);
    expect(await of('component:default/pay', 'platform')).toBe(0);
    expect(await of('component:default/unknown')).toBe(0);
  });
});
