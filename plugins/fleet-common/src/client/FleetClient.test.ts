import { FleetClient } from './FleetClient';

function createClient(answer: () => Response) {
  const fetch = jest.fn(async (_: unknown, _init?: RequestInit) => answer());
  const client = FleetClient.create({
    discoveryApi: { getBaseUrl: async id => `http://backend/api/${id}` },
    fetchApi: { fetch: fetch as typeof globalThis.fetch },
  });
  return { client, fetch };
}

function json(body: unknown, status = 200): Response {
  return new Response(JSON.stringify(body), {
    status,
    headers: { 'content-type': 'application/json' },
  });
}

describe('FleetClient', () => {
  it('writes filters, order and page into the query', async () => {
    const { client, fetch } = createClient(() => json({ items: [] }));
    await client.listItems({
      filter: {
        status: ['failing', 'at-risk'],
        text: 'a&b=c/d (é)',
        entityRef: 'component:default/shop',
      },
      sort: { field: 'details.left', order: 'desc' },
      limit: 10,
    });
    const url = new URL(String(fetch.mock.calls[0][0]));
    expect(url.pathname).toBe('/api/fleet/items');
    expect(url.searchParams.getAll('status')).toEqual(['failing', 'at-risk']);
    expect(Object.fromEntries(url.searchParams)).toMatchObject({
      text: 'a&b=c/d (é)',
      entityRef: 'component:default/shop',
      sort: 'details.left',
      order: 'desc',
      limit: '10',
    });
    expect(url.searchParams.has('cursor')).toBe(false);
  });

  it('names an item by its whole id in one part of the path', async () => {
    const { client, fetch } = createClient(() => json({}));
    await client.getItem('certificates/dev-1/shop/a b');
    expect(String(fetch.mock.calls[0][0])).toBe(
      'http://backend/api/fleet/items/certificates%2Fdev-1%2Fshop%2Fa%20b',
    );
  });

  it('passes on signals and tokens', async () => {
    const { client, fetch } = createClient(() => json({ sources: [] }));
    const { signal } = new AbortController();
    await client.listSources({ signal, token: 'abc' });
    expect(fetch.mock.calls[0][1]).toMatchObject({
      signal,
      headers: { authorization: 'Bearer abc' },
    });
  });

  it('throws what the backend answers', async () => {
    const { client } = createClient(() =>
      json(
        {
          error: { name: 'NotFoundError', message: 'There is no item "x"' },
          response: { statusCode: 404 },
        },
        404,
      ),
    );
    await expect(client.getItem('x')).rejects.toMatchObject({
      name: 'ResponseError',
      statusCode: 404,
      cause: { message: 'There is no item "x"' },
    });
  });

  it('takes a refusal for an answer', async () => {
    const refused = { outcome: 'refused', reason: 'no use' };
    const { client, fetch } = createClient(() => json(refused, 409));
    await expect(
      client.runOperation({
        item: 'a/b/c/d',
        operation: 'renew',
        dryRun: true,
      }),
    ).resolves.toEqual(refused);
    expect(fetch.mock.calls[0][1]).toMatchObject({
      method: 'POST',
      body: '{"dryRun":true}',
    });
  });

  it('opens the stream', async () => {
    const { client, fetch } = createClient(() => new Response('event: hello'));
    const response = await client.openStream({
      subscriptions: [{ id: 'a', kind: 'sources' }],
      lastEventId: 'abc.1',
    });
    expect(await response.text()).toBe('event: hello');
    const url = new URL(String(fetch.mock.calls[0][0]));
    expect(JSON.parse(url.searchParams.get('subscriptions') ?? '')).toEqual([
      { id: 'a', kind: 'sources' },
    ]);
    expect(url.searchParams.get('lastEventId')).toBe('abc.1');
  });
});
