import { gunzipSync } from 'node:zlib';
import { ContractClient } from './ContractClient';
import { configMap } from './fixtures';

describe('lists', () => {
  let api: ContractClient;
  let ns: string;
  let maps: string;
  beforeAll(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    maps = `/api/v1/namespaces/${ns}/configmaps`;
    await api.until(`${maps}/kube-root-ca.crt`, ({ status }) => status === 200);
    for (let n = 1; n <= 5; n++) {
      await api.post(maps, {
        ...configMap(`m${n}`),
        metadata: {
          name: `m${n}`,
          labels: { size: n < 3 ? 'small' : 'big', n: String(n) },
        },
      });
    }
  });
  afterAll(() => api.close());

  const names = (body: { items: { metadata: { name: string } }[] }) =>
    body.items.map(item => item.metadata.name);

  it('come in pages of one and the same moment', async () => {
    const first = await api.get(`${maps}?limit=2`);
    expect(first.body).toMatchObject({
      kind: 'ConfigMapList',
      apiVersion: 'v1',
      metadata: {
        resourceVersion: expect.any(String),
        continue: expect.any(String),
        remainingItemCount: 4,
      },
    });
    expect(names(first.body)).toEqual(['kube-root-ca.crt', 'm1']);
    expect(first.body.items[0]).not.toHaveProperty('kind');
    await api.delete(`${maps}/m5`);
    await api.post(maps, configMap('m20'));
    const next = (page: typeof first) =>
      api.get(`${maps}?limit=2&continue=${page.body.metadata.continue}`);
    const second = await next(first);
    expect(second.body.metadata.resourceVersion).toBe(
      first.body.metadata.resourceVersion,
    );
    const third = await next(second);
    expect(third.body.metadata.continue ?? '').toBe('');
    expect([...names(second.body), ...names(third.body)]).toEqual([
      'm2',
      'm3',
      'm4',
      'm5',
    ]);
    await api.delete(`${maps}/m20`);
    expect(await api.get(`${maps}?continue=rubbish`)).toMatchObject({
      status: 400,
      body: { reason: 'BadRequest' },
    });
  });

  it.each([
    ['size=small', ['m1', 'm2']],
    ['size==small', ['m1', 'm2']],
    ['size!=small', ['kube-root-ca.crt', 'm3', 'm4']],
    ['size in (small,huge),n notin (2)', ['m1']],
    ['size', ['m1', 'm2', 'm3', 'm4']],
    ['!size', ['kube-root-ca.crt']],
    ['n>2', ['m3', 'm4']],
    ['size=', []],
  ])('are selected by labels: %s', async (selector, expected) => {
    const { body } = await api.get(
      `${maps}?labelSelector=${encodeURIComponent(selector)}`,
    );
    expect(names(body)).toEqual(expected);
  });

  it.each([
    [
      'size in small',
      "unable to parse requirement: found 'small' expected: '('",
    ],
    [
      'a b',
      "unable to parse requirement: found 'b', expected: in, notin, =, ==, !=, gt, lt",
    ],
    ['=', "found '=', expected: !, identifier, or 'end of string'"],
  ])('refuse the selector %s', async (selector, message) => {
    expect(
      await api.get(`${maps}?labelSelector=${encodeURIComponent(selector)}`),
    ).toMatchObject({ status: 400, body: { reason: 'BadRequest', message } });
  });

  it('are selected by fields', async () => {
    const { body } = await api.get(`${maps}?fieldSelector=metadata.name%3Dm1`);
    expect(names(body)).toEqual(['m1']);
    const { body: others } = await api.get(
      `${maps}?fieldSelector=metadata.name!%3Dm1,metadata.namespace%3D${ns}`,
    );
    expect(names(others)).not.toContain('m1');
    expect(await api.get(`${maps}?fieldSelector=data.x%3D1`)).toMatchObject({
      status: 400,
      body: {
        message:
          '"data.x" is not a known field selector: only "metadata.name", "metadata.namespace"',
      },
    });
    const secrets = `/api/v1/namespaces/${ns}/secrets`;
    await api.post(secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name: 'plain' },
      stringData: { a: 'b' },
    });
    const opaque = await api.get(`${secrets}?fieldSelector=type%3DOpaque`);
    expect(opaque.body.items).toMatchObject([
      { metadata: { name: 'plain' }, data: { a: 'Yg==' }, type: 'Opaque' },
    ]);
  });

  it('of the future are refused', async () => {
    expect(await api.get(`${maps}?resourceVersion=999999999`)).toMatchObject({
      status: 504,
      body: {
        reason: 'Timeout',
        message: expect.stringContaining(
          'Too large resource version: 999999999, current: ',
        ),
        details: {
          causes: [{ reason: 'ResourceVersionTooLarge' }],
          retryAfterSeconds: 1,
        },
      },
    });
    expect(await api.get(`${maps}?resourceVersion=abc`)).toMatchObject({
      status: 400,
      body: {
        message:
          'invalid resource version: resourceVersion: Invalid value: "abc": strconv.ParseUint: parsing "abc": invalid syntax',
      },
    });
  });

  it('are compressed when they are large and the client can read it', async () => {
    const big = { data: { text: 'x'.repeat(200_000) } };
    await api.post(maps, configMap('big', big));
    const list = (encoding: string) =>
      api.get(maps, { headers: { 'accept-encoding': encoding } });
    const { headers, bytes } = await list('gzip');
    expect(headers).toMatchObject({
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    expect(JSON.parse(gunzipSync(bytes).toString()).kind).toBe('ConfigMapList');
    expect((await list('identity')).headers).not.toHaveProperty(
      'content-encoding',
    );
    const one = `${maps}/m1`;
    expect(
      (await api.get(one, { headers: { 'accept-encoding': 'gzip' } })).headers,
    ).not.toHaveProperty('content-encoding');
    await api.delete(`${maps}/big`);
  });

  it('are deleted with a selector', async () => {
    const { status, body } = await api.delete(`${maps}?labelSelector=size`);
    expect(status).toBe(200);
    expect(body.kind).toBe('ConfigMapList');
    expect(names((await api.get(maps)).body)).toEqual(['kube-root-ca.crt']);
  });
});
