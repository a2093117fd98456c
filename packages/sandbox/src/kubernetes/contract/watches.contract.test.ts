import { Answer, ContractClient } from './ContractClient';
import { configMap, thingDefinition } from './fixtures';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';

describe('watches', () => {
  let api: ContractClient;
  let ns: string;
  let maps: string;
  beforeEach(async () => {
    api = await ContractClient.open();
    ns = await api.namespace();
    maps = `/api/v1/namespaces/${ns}/configmaps`;
    await api.until(`${maps}/kube-root-ca.crt`, ({ status }) => status === 200);
  });
  afterEach(() => api.close());

  const told = (events: Answer[]) =>
    events.map(({ type, object }) => `${type} ${object.metadata.name}`);

  it('tell every change after a version', async () => {
    const { body } = await api.get(maps);
    const from = body.metadata.resourceVersion;
    await api.post(maps, configMap('a'));
    await api.patch(`${maps}/a`, { data: { k: '1' } }, 'merge-patch+json');
    await api.delete(`${maps}/a`);
    const events = await api.watch(
      `${maps}?watch=1&resourceVersion=${from}`,
      seen => seen.length === 4,
      () => api.post(maps, configMap('b')),
    );
    expect(told(events)).toEqual([
      'ADDED a',
      'MODIFIED a',
      'DELETED a',
      'ADDED b',
    ]);
    const versions = events.map(({ object }) =>
      Number(object.metadata.resourceVersion),
    );
    expect(versions).toEqual([...versions].sort((x, y) => x - y));
    expect(new Set(versions).size).toBe(4);
    expect(events[2].object).toMatchObject({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      data: { k: '1' },
    });
  });

  it('begin with what is there when no version is given', async () => {
    await api.post(maps, configMap('a'));
    const events = await api.watch(
      `${maps}?watch=true`,
      seen => seen.length === 2,
    );
    expect(told(events)).toEqual(['ADDED a', 'ADDED kube-root-ca.crt'].sort());
  });

  it('turn a label change into coming and going', async () => {
    const { body } = await api.get(maps);
    const events = await api.watch(
      `${maps}?watch=true&labelSelector=on&resourceVersion=${body.metadata.resourceVersion}`,
      seen => seen.length === 3,
      async () => {
        const label = (value: string | null) =>
          api.patch(
            `${maps}/a`,
            { metadata: { labels: { on: value } } },
            'merge-patch+json',
          );
        await api.post(maps, configMap('a'));
        await label('1');
        await label('2');
        await label(null);
      },
    );
    expect(told(events)).toEqual(['ADDED a', 'MODIFIED a', 'DELETED a']);
    expect(events[2].object.metadata.labels).toEqual({ on: '2' });
  });

  it('stream the list first and mark its end', async () => {
    await api.post(maps, configMap('a'));
    const events = await api.watch(
      `${maps}?watch=true&sendInitialEvents=true&allowWatchBookmarks=true&resourceVersionMatch=NotOlderThan`,
      seen => seen.at(-1).type === 'BOOKMARK',
    );
    expect(told(events.slice(0, -1)).sort()).toEqual([
      'ADDED a',
      'ADDED kube-root-ca.crt',
    ]);
    expect(events.at(-1)).toMatchObject({
      type: 'BOOKMARK',
      object: {
        kind: 'ConfigMap',
        apiVersion: 'v1',
        metadata: {
          resourceVersion: expect.stringMatching(/^\d+$/),
          annotations: { 'k8s.io/initial-events-end': 'true' },
        },
      },
    });
    expect(
      await api.get(`${maps}?watch=true&sendInitialEvents=true`),
    ).toMatchObject({
      status: 422,
      body: {
        reason: 'Invalid',
        message:
          'ListOptions.meta.k8s.io "" is invalid: resourceVersionMatch: Forbidden: sendInitialEvents requires setting resourceVersionMatch to NotOlderThan',
      },
    });
  });

  it('end at their time-out', async () => {
    const events = await api.watch(
      `${maps}?watch=true&timeoutSeconds=1&resourceVersion=0`,
      () => false,
    );
    expect(told(events)).toEqual(['ADDED kube-root-ca.crt']);
  });

  it('end when their kind is deleted', async () => {
    const definition = thingDefinition();
    const { group } = definition.spec;
    const things = `/apis/${group}/v1/namespaces/${ns}/things`;
    await api.post(DEFINITIONS, definition);
    await api.until(things, ({ status }) => status === 200);
    await api.post(things, {
      apiVersion: `${group}/v1`,
      kind: 'Thing',
      metadata: { name: 'a' },
      spec: { size: 1 },
    });
    const events = await api.watch(
      `${things}?watch=true`,
      () => false,
      () => api.delete(`${DEFINITIONS}/things.${group}`),
    );
    expect(told(events)).toEqual(['ADDED a', 'DELETED a']);
    await api.until(things, ({ status }) => status === 404);
  });

  it('of one object tell only of it', async () => {
    const events = await api.watch(
      `${maps}?watch=true&fieldSelector=metadata.name%3Db`,
      seen => seen.length === 1,
      async () => {
        await api.post(maps, configMap('a'));
        await api.post(maps, configMap('b'));
      },
    );
    expect(told(events)).toEqual(['ADDED b']);
  });

  it('refuse a version that is forgotten', async () => {
    // A real server that is just up forgets no ConfigMap for minutes, but of a
    // kind that is new to it it knows nothing from before.
    const definition = thingDefinition();
    const { group } = definition.spec;
    const things = `/apis/${group}/v1/namespaces/${ns}/things`;
    await api.post(DEFINITIONS, definition);
    await api.until(things, ({ status }) => status === 200);
    api.forgetHistory();
    const events = await api.watch(
      `${things}?watch=true&resourceVersion=1`,
      () => false,
    );
    await api.delete(`${DEFINITIONS}/things.${group}`);
    expect(events).toMatchObject([
      {
        type: 'ERROR',
        object: {
          kind: 'Status',
          reason: 'Expired',
          code: 410,
          message: expect.stringMatching(
            /^too old resource version: 1 \(\d+\)$/,
          ),
        },
      },
    ]);
  });
});
