import https from 'node:https';
import net from 'node:net';
import { Informer, KubernetesObject, resources } from '../client';
import { startTestApi, TestApi } from './testing/startTestApi';

function configMap(name: string, more: object = {}): KubernetesObject {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'default' },
    ...more,
  };
}

describe('startKubernetesApi', () => {
  let test: TestApi;
  beforeEach(async () => {
    test = await startTestApi();
  });
  afterEach(() => test.close());

  it('serves objects to an informer, and remembers them', async () => {
    const watching = new AbortController();
    const informer = Informer.start({
      client: test.client,
      resource: resources.configMaps,
      signal: watching.signal,
    });
    await informer.synced;
    const seen = new Promise<KubernetesObject>(resolve => {
      informer.onChange(({ after }) => {
        if (after?.metadata.name === 'one') {
          resolve(after);
        }
      });
    });
    const created = await test.client.create(
      resources.configMaps,
      configMap('one', { data: { a: '1' } }),
    );
    expect(await seen).toEqual(created);
    watching.abort();

    await test.restart();
    expect(
      await test.client.get(resources.configMaps, 'one', 'default'),
    ).toEqual(created);
  });

  it('goes on with a list whose version is forgotten, but says that it is no longer one', async () => {
    const path = '/api/v1/namespaces/default/configmaps';
    const page = (query: Record<string, string>) =>
      test.client.request<{
        metadata: { continue: string };
        items: KubernetesObject[];
      }>(path, { query });
    for (const name of ['a', 'b', 'c']) {
      await test.client.create(resources.configMaps, configMap(name));
    }
    const first = await page({ limit: '1' });
    await test.client.create(resources.configMaps, configMap('d'));
    test.api.forgetHistory();
    const refusal = await page({
      limit: '1',
      continue: first.metadata.continue,
    }).catch(error => error);
    expect(refusal).toMatchObject({ code: 410, reason: 'Expired' });
    const rest = await page({ continue: refusal.body.metadata.continue });
    expect(rest.items.map(({ metadata }) => metadata.name)).toContain('d');
  });

  it('tells watches from before a restart to list anew', async () => {
    const { resourceVersion } = await test.client.list(resources.configMaps);
    await test.client.create(resources.configMaps, configMap('one'));
    await test.restart();
    const watching = test.client.watch(resources.configMaps, {
      resourceVersion,
    });
    expect((await watching.next()).value).toMatchObject({
      type: 'ERROR',
      object: { kind: 'Status', code: 410, reason: 'Expired' },
    });
  });

  it('keeps service account tokens valid over a restart', async () => {
    const { status } = await test.client.request<{ status: { token: string } }>(
      '/api/v1/namespaces/default/serviceaccounts/default/token',
      { method: 'POST', body: { spec: {} } },
    );
    await test.restart();
    const review = await test.client.request<{ status: object }>(
      '/apis/authentication.k8s.io/v1/tokenreviews',
      { method: 'POST', body: { spec: { token: status.token } } },
    );
    expect(review.status).toMatchObject({
      authenticated: true,
      user: { username: 'system:serviceaccount:default:default' },
    });
  });

  it('survives whatever is thrown at it', async () => {
    const { port, caPem } = test.api;
    const send = (options: https.RequestOptions, body?: string) =>
      new Promise<number | string>(resolve => {
        const request = https.request(
          {
            port,
            host: '127.0.0.1',
            ca: caPem,
            servername: 'localhost',
            agent: false,
            ...options,
            headers: {
              authorization: 'Bearer admin-token',
              ...options.headers,
            },
          },
          response => {
            response.resume();
            response.on('end', () => resolve(response.statusCode ?? 0));
          },
        );
        request.on('error', error => resolve(error.message));
        request.end(body);
      });
    const maps = '/api/v1/namespaces/default/configmaps';
    const post = { method: 'POST', path: maps };
    expect(await send({ headers: { host: 'evil.example' } })).toBe(421);
    expect(await send({ path: '/%ff%zz' })).toBe(404);
    expect(await send({ path: `${maps}/%E0%A4%A` })).toBe(404);
    expect(await send({ ...post, method: 'OPTIONS' })).toBe(405);
    for (const body of ['', '[]', '42', '{"metadata":7}', '{"data":[]}', '{']) {
      expect(await send(post, body)).toBeGreaterThanOrEqual(400);
    }
    for (const type of ['json-patch+json', 'merge-patch+json']) {
      const patch = {
        method: 'PATCH',
        path: `${maps}/kube-root-ca.crt`,
        headers: { 'content-type': `application/${type}` },
      };
      for (const body of ['', 'null', '7', '[null]', '{"metadata":null}']) {
        expect(typeof (await send(patch, body))).toBe('number');
      }
    }
    expect(await send({ path: `${maps}?continue=AAAA` })).toBe(400);
    expect(await send({ path: `${maps}?watch=1&timeoutSeconds=-` })).toBe(400);
    const socket = net.connect(port, '127.0.0.1', () =>
      socket.end('GET / HTTP/1.1\r\n\r\n'),
    );
    socket.on('error', () => {});
    await new Promise(resolve => socket.on('close', resolve));

    const alive = await test.client.get(
      resources.configMaps,
      'kube-root-ca.crt',
      'default',
    );
    expect(alive).toBeDefined();
    expect(test.logged).toEqual([]);
  });

  it('can stall, and answers what it owes when it wakes', async () => {
    await test.api.setFault('stall');
    let isAnswered = false;
    const late = test.client
      .get(resources.configMaps, 'kube-root-ca.crt', 'default')
      .then(() => {
        isAnswered = true;
      });
    const health = new Promise(resolve => {
      https
        .get(`${test.api.url}/readyz`, { ca: test.api.caPem, timeout: 200 })
        .on('timeout', () => resolve('silent'))
        .on('response', () => resolve('answered'))
        .on('error', () => {});
    });
    expect(await health).toBe('silent');
    expect(isAnswered).toBe(false);
    await test.api.setFault('none');
    await late;
    expect(isAnswered).toBe(true);
  });

  it('can be gone, and comes back at the same address', async () => {
    const { url } = test.api;
    await test.api.setFault('gone');
    await expect(
      test.client.get(resources.configMaps, 'x', 'default'),
    ).rejects.toMatchObject({ code: expect.stringMatching(/ECONN/) });
    await test.api.setFault('none');
    expect(test.api.url).toBe(url);
    expect(
      await test.client.get(resources.configMaps, 'x', 'default'),
    ).toBeUndefined();
  });

  it('takes in objects as they are', async () => {
    const pod = {
      apiVersion: 'v1',
      kind: 'Pod',
      metadata: { name: 'old', namespace: 'shop', uid: 'own' },
      spec: { containers: [{ name: 'a', image: 'b' }] },
      status: { phase: 'Failed', reason: 'Evicted' },
    };
    test.api.load([pod]);
    expect(await test.client.get(resources.pods, 'old', 'shop')).toMatchObject(
      pod,
    );
  });
});
