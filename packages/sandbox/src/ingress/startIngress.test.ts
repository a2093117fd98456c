import { once } from 'node:events';
import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import net, { AddressInfo, Socket } from 'node:net';
import { text } from 'node:stream/consumers';
import tls from 'node:tls';
import { KubernetesObject, resources } from '../client';
import {
  deploymentManifest,
  serviceManifest,
} from '../workloads/testing/manifests';
import {
  startTestCluster,
  TestCluster,
} from '../workloads/testing/startTestCluster';
import { Deployment } from '../workloads/types';
import { lookup } from './lookup';
import { IngressProxy, startIngress } from './startIngress';
import { Ingress } from './types';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

// Processes start slowly where many tests share two cores.
jest.setTimeout(30_000);

describe('startIngress', () => {
  const stop = new AbortController();
  const servers: http.Server[] = [];
  const rawServers: net.Server[] = [];
  let cluster: TestCluster;
  let proxy: IngressProxy;

  beforeAll(async () => {
    cluster = await startTestCluster();
    const { client } = cluster;
    await client.create(resources.namespaces, {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: 'ingress-nginx' },
    });
    await createSecret('wildcard-tls', 'ingress-nginx', ['*.dev-1.localhost']);
    proxy = await startIngress({
      clusters: [
        {
          name: 'dev-1',
          client,
          zone: 'dev-1.localhost',
          wildcardSecret: { namespace: 'ingress-nginx', name: 'wildcard-tls' },
          network: {
            // Pods of the cluster, and servers of these tests by their port.
            resolve: (address, port) =>
              address === '192.0.2.1'
                ? port
                : cluster.workloads.network.resolve(address, port),
          },
        },
      ],
      httpPort: 0,
      httpsPort: 0,
      ca: cluster.ca,
      signal: stop.signal,
      log: () => {},
    });
  });
  afterAll(async () => {
    stop.abort();
    await proxy.stop();
    rawServers.forEach(server => server.close());
    await Promise.all(
      servers.map(server => {
        server.closeAllConnections();
        return new Promise(resolve => server.close(resolve));
      }),
    );
    await cluster.stop();
  });

  async function createSecret(
    name: string,
    namespace: string,
    names: string[],
  ) {
    const now = Date.now();
    const pair = await cluster.ca.issue({
      names,
      notBefore: new Date(now - 60_000),
      notAfter: new Date(now + 3_600_000),
    });
    const encode = (pem: string) => Buffer.from(pem).toString('base64');
    return cluster.client.create(resources.secrets, {
      apiVersion: 'v1',
      kind: 'Secret',
      metadata: { name, namespace },
      type: 'kubernetes.io/tls',
      data: {
        'tls.crt': encode(pair.certificatePem),
        'tls.key': encode(pair.privateKeyPem),
      },
    });
  }

  function get(
    url: string,
    options: http.RequestOptions & { body?: string } = {},
  ): Promise<Answer> {
    const { protocol } = new URL(url);
    const { body, ...rest } = options;
    return new Promise((resolve, reject) => {
      const request = (protocol === 'https:' ? https : http).request(
        url,
        { lookup, agent: false, ca: cluster.ca.certificatePem, ...rest },
        async response => {
          const { headers, statusCode: status = 0 } = response;
          resolve({ status, headers, text: await text(response) });
        },
      );
      request.on('error', reject);
      request.end(body);
    });
  }

  const at = (host: string, path = '/') =>
    `http://${host}:${proxy.httpPort}${path}`;

  async function createIngress(
    name: string,
    spec: Ingress['spec'],
    annotations?: Record<string, string>,
  ): Promise<Ingress> {
    await cluster.client.create<Ingress>(resources.ingresses, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name, namespace: 'shop-dev', annotations },
      spec: { ingressClassName: 'nginx', ...spec },
    });
    return cluster.until<Ingress>(resources.ingresses, name, ingress =>
      Boolean(ingress?.status?.loadBalancer?.ingress),
    );
  }

  const rule = (host: string, service: string, path = '/') => ({
    host,
    http: {
      paths: [
        {
          path,
          pathType: 'Prefix' as const,
          backend: { service: { name: service, port: { name: 'http' } } },
        },
      ],
    },
  });

  /** A Service whose one endpoint is a server of the test. */
  async function createBackend(
    name: string,
    answer: http.RequestListener,
  ): Promise<http.Server> {
    const server = http.createServer(answer);
    servers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await createService(name, (server.address() as AddressInfo).port);
    return server;
  }

  async function createService(name: string, port: number): Promise<void> {
    await cluster.client.create(resources.services, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name, namespace: 'shop-dev' },
      spec: { ports: [{ name: 'http', port: 80 }] },
    });
    await createSlice(name, port);
  }

  async function createSlice(service: string, port: number): Promise<void> {
    await cluster.client.create<KubernetesObject>(resources.endpointSlices, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        name: `${service}-${port}`,
        namespace: 'shop-dev',
        labels: { 'kubernetes.io/service-name': service },
      },
      addressType: 'IPv4',
      ports: [{ name: 'http', port, protocol: 'TCP' }],
      endpoints: [{ addresses: ['192.0.2.1'], conditions: { ready: true } }],
    });
  }

  it('leads a host to the pods of its Deployment, over http and https', async () => {
    const { client, images } = cluster;
    await client.create(
      resources.deployments,
      deploymentManifest({
        name: 'shop',
        image: images.addServer('shop', 'Hello from shop'),
        replicas: 2,
      }),
    );
    await client.create(resources.services, serviceManifest('shop'));
    const host = 'shop-dev.dev-1.localhost';
    const ingress = await createIngress('shop', {
      tls: [{ hosts: [host] }],
      rules: [rule(host, 'shop')],
    });
    expect(ingress.status).toEqual({
      loadBalancer: { ingress: [{ ip: '127.0.0.1' }] },
    });
    await cluster.untilEvent(
      'shop',
      'AddedOrUpdated: Configuration for shop-dev/shop was added or updated ',
    );
    await cluster.until<Deployment>(
      resources.deployments,
      'shop',
      deployment => deployment?.status?.readyReplicas === 2,
    );

    expect(await get(at(host))).toMatchObject({
      status: 200,
      text: 'Hello from shop',
      headers: { server: 'nginx' },
    });
    const secure = `https://${host}:${proxy.httpsPort}/`;
    expect(await get(secure)).toMatchObject({ text: 'Hello from shop' });
  });

  it('answers as NGINX when there is nobody to ask', async () => {
    const unknown = await get(at('nobody.dev-1.localhost'));
    expect(unknown).toMatchObject({
      status: 404,
      headers: { server: 'nginx', 'content-type': 'text/html' },
    });
    expect(unknown.text).toContain('<h1>404 Not Found</h1>');

    const stranger = await get(at('localhost'), {
      headers: { host: 'attacker.example' },
    });
    expect(stranger.status).toBe(421);

    const host = 'gone.dev-1.localhost';
    await createIngress('gone', { rules: [rule(host, 'no-such-service')] });
    expect((await get(at(host))).status).toBe(502);
  });

  it('loses no request while a new version is rolled out', async () => {
    const { client, images } = cluster;
    const name = 'roll';
    const host = 'roll.dev-1.localhost';
    await client.create(
      resources.deployments,
      deploymentManifest({ name, image: images.addServer('roll1', 'one') }),
    );
    await client.create(resources.services, serviceManifest(name));
    await createIngress(name, { rules: [rule(host, name)] });
    await cluster.until<Deployment>(
      resources.deployments,
      name,
      deployment => deployment?.status?.readyReplicas === 1,
    );
    await client.patch(
      resources.deployments,
      name,
      {
        spec: {
          template: {
            spec: {
              containers: [
                { name: 'app', image: images.addServer('roll2', 'two') },
              ],
            },
          },
        },
      },
      { namespace: 'shop-dev', type: 'strategic' },
    );
    const seen: string[] = [];
    for (let inRow = 0; inRow < 20; ) {
      const answer = await get(at(host));
      seen.push(answer.text);
      inRow = answer.text === 'two' ? inRow + 1 : 0;
    }
    expect([...new Set(seen)]).toEqual(
      seen[0] === 'one' ? ['one', 'two'] : ['two'],
    );
  });

  it('tells the service who asked, and takes its answer as it is', async () => {
    await createBackend('echo', (request, response) => {
      response.writeHead(418, { 'x-own': ['a', 'b'], server: 'mine' });
      response.end(JSON.stringify(request.headers));
    });
    const host = 'echo.dev-1.localhost';
    await createIngress('echo', { rules: [rule(host, 'echo')] });
    const answer = await get(at(host, '/path?query=1'), {
      headers: { 'x-forwarded-for': '203.0.113.7', connection: 'x-private' },
    });
    expect(answer.status).toBe(418);
    expect(answer.headers).toMatchObject({ server: 'nginx', 'x-own': 'a, b' });
    expect(JSON.parse(answer.text)).toMatchObject({
      host: `${host}:${proxy.httpPort}`,
      'x-forwarded-for': '203.0.113.7, 127.0.0.1',
      'x-forwarded-host': `${host}:${proxy.httpPort}`,
      'x-forwarded-proto': 'http',
      'x-forwarded-port': String(proxy.httpPort),
      'x-real-ip': '127.0.0.1',
    });
    const secure = await get(`https://${host}:${proxy.httpsPort}/`);
    expect(JSON.parse(secure.text)).toMatchObject({
      'x-forwarded-proto': 'https',
    });
  });

  it('hands on what comes, when it comes, in both directions', async () => {
    await createBackend('stream', (request, response) => {
      request.pipe(response);
    });
    const host = 'stream.dev-1.localhost';
    await createIngress('stream', { rules: [rule(host, 'stream')] });
    const request = http.request(at(host), { lookup, method: 'POST' });
    const answered = once(request, 'response');
    request.write('one');
    const [response] = (await answered) as [IncomingMessage];
    const chunks = response[Symbol.asyncIterator]();
    expect(String((await chunks.next()).value)).toBe('one');
    request.end('two');
    expect(String((await chunks.next()).value)).toBe('two');
    expect((await chunks.next()).done).toBe(true);
  });

  it('refuses bodies that are larger than allowed', async () => {
    await createBackend('upload', (request, response) => {
      request.resume().on('end', () => response.end('taken'));
    });
    const small = 'small.dev-1.localhost';
    const large = 'large.dev-1.localhost';
    await createIngress('small', { rules: [rule(small, 'upload')] });
    await createIngress(
      'large',
      { rules: [rule(large, 'upload')] },
      { 'nginx.org/client-max-body-size': '8m' },
    );
    const body = 'x'.repeat(2_000_000);
    const headers = { 'content-length': body.length };
    const post = (host: string) =>
      get(at(host), { method: 'POST', headers, body });
    expect((await post(large)).text).toBe('taken');
    const refused = await get(at(small), {
      method: 'POST',
      headers: { 'content-length': 2_000_000 },
    });
    expect(refused.status).toBe(413);
    expect(refused.text).toContain('413 Request Entity Too Large');
  });

  it('gives up on a service that does not answer', async () => {
    await createBackend('slow', () => {});
    const host = 'slow.dev-1.localhost';
    await createIngress(
      'slow',
      { rules: [rule(host, 'slow')] },
      { 'nginx.org/proxy-read-timeout': '1s' },
    );
    const answer = await get(at(host));
    expect(answer.status).toBe(504);
    expect(answer.text).toContain('504 Gateway Time-out');
  });

  it('survives what neither HTTP nor a service should say', async () => {
    const server = net.createServer(socket => {
      socket.on('error', () => {});
      socket.once('data', () => socket.end('HTTP/1.1 000 Nothing\r\n\r\n'));
    });
    rawServers.push(server);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    await createService('rude', (server.address() as AddressInfo).port);
    const host = 'rude.dev-1.localhost';
    await createIngress('rude', { rules: [rule(host, 'rude')] });
    expect((await get(at(host))).status).toBe(502);

    const socket = net.connect(proxy.httpPort, '127.0.0.1');
    socket.write('no HTTP at all\r\n\r\n');
    expect(await text(socket)).toContain('400 Bad Request');
    expect((await get(at(host))).status).toBe(502);
  });

  it('asks the next pod when one does not take connections', async () => {
    const server = await createBackend('half', (_request, response) =>
      response.end('alive'),
    );
    const gone = await createBackend('gone-half', () => {});
    const { port } = gone.address() as AddressInfo;
    await new Promise(resolve => gone.close(resolve));
    await createSlice('half', port);
    const host = 'half.dev-1.localhost';
    await createIngress('half', { rules: [rule(host, 'half')] });
    const answers = await Promise.all(
      [1, 2, 3, 4].map(() => get(at(host), { method: 'POST', body: 'x' })),
    );
    expect(answers.map(answer => answer.text)).toEqual(Array(4).fill('alive'));
    expect(server.listening).toBe(true);
  });

  it('leads WebSockets only where the Ingress says so, as NGINX does', async () => {
    const server = await createBackend('socket', (_request, response) =>
      response.end('plain'),
    );
    server.on('upgrade', (_request, socket) => {
      socket.write(
        'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n',
      );
      socket.pipe(socket);
    });
    const open = 'open.dev-1.localhost';
    const closed = 'closed.dev-1.localhost';
    await createIngress(
      'open',
      { rules: [rule(open, 'socket')] },
      { 'nginx.org/websocket-services': 'socket' },
    );
    await createIngress('closed', { rules: [rule(closed, 'socket')] });
    const headers = { connection: 'Upgrade', upgrade: 'websocket' };
    expect((await get(at(closed), { headers })).text).toBe('plain');

    const request = http.get(at(open), { lookup, headers });
    const [, socket] = (await once(request, 'upgrade')) as [unknown, Socket];
    socket.write('ping');
    expect(String((await once(socket, 'data'))[0])).toBe('ping');
    socket.destroy();
  });

  it('leads to https where the Ingress says so', async () => {
    const host = 'redirect.dev-1.localhost';
    await createIngress(
      'redirect',
      { rules: [rule(host, 'echo')] },
      { 'nginx.org/redirect-to-https': 'true' },
    );
    expect(await get(at(host, '/a?b'))).toMatchObject({
      status: 301,
      headers: { location: `https://${host}:${proxy.httpsPort}/a?b` },
    });
  });

  it('gives a host to one Ingress and tells the other', async () => {
    const host = 'taken.dev-1.localhost';
    // Of the same second: either may win.
    for (const name of ['echo', 'shop']) {
      await cluster.client.create<Ingress>(resources.ingresses, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: `${name}-taken`, namespace: 'shop-dev' },
        spec: { ingressClassName: 'nginx', rules: [rule(host, name)] },
      });
    }
    const isRejection = (event: KubernetesObject) =>
      event.reason === 'Rejected' &&
      event.message === 'All hosts are taken by other resources';
    const events = await cluster.untilList(resources.events, '', list =>
      list.some(isRejection),
    );
    const rejected = events.find(isRejection)!;
    const loser = (rejected.involvedObject as { name: string }).name;
    const winner = loser === 'shop-taken' ? 'echo' : 'shop';
    const statusOf = { echo: 418, shop: 200 };
    expect((await get(at(host))).status).toBe(statusOf[winner]);
    await cluster.client.delete(resources.ingresses, `${winner}-taken`, {
      namespace: 'shop-dev',
    });
    const other = winner === 'shop' ? 'echo' : 'shop';
    const untilOther = async (): Promise<number> => {
      const { status } = await get(at(host));
      return [404, statusOf[winner]].includes(status) ? untilOther() : status;
    };
    expect(await untilOther()).toBe(statusOf[other]);
  });

  it('leaves Ingresses of other classes alone', async () => {
    const host = 'other.dev-1.localhost';
    await cluster.client.create<Ingress>(resources.ingresses, {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'Ingress',
      metadata: { name: 'other', namespace: 'shop-dev' },
      spec: { ingressClassName: 'traefik', rules: [rule(host, 'shop')] },
    });
    await createIngress('ours', {
      rules: [rule('ours.dev-1.localhost', 'shop')],
    });
    expect((await get(at(host))).status).toBe(404);
    expect(await cluster.events('other')).toEqual([]);
  });

  describe('certificates', () => {
    const certificateFor = (host: string) =>
      new Promise<string>((resolve, reject) => {
        const socket = tls.connect(
          {
            port: proxy.httpsPort,
            host: '127.0.0.1',
            servername: host,
            ca: cluster.ca.certificatePem,
          },
          () => {
            resolve(socket.getPeerCertificate().subjectaltname ?? '');
            socket.destroy();
          },
        );
        socket.on('error', reject);
      });

    it('takes those of a cluster that comes, until it goes', async () => {
      const host = 'web.team-a.dev-1.localhost';
      const here = new AbortController();
      await expect(certificateFor(host)).rejects.toThrow();
      await createSecret('team-a-tls', 'ingress-nginx', [host]);
      await proxy.add(
        {
          name: 'team-a',
          client: cluster.client,
          zone: 'team-a.dev-1.localhost',
          wildcardSecret: { namespace: 'ingress-nginx', name: 'team-a-tls' },
          network: cluster.workloads.network,
        },
        here.signal,
      );
      expect(await certificateFor(host)).toBe(`DNS:${host}`);
      here.abort();
      await expect(certificateFor(host)).rejects.toThrow();
    });

    it('takes the zone wildcard, a Secret of its own, and its renewal', async () => {
      const plain = 'plain.dev-1.localhost';
      await createIngress('plain', { rules: [rule(plain, 'shop')] });
      expect(await certificateFor(plain)).toBe('DNS:*.dev-1.localhost');

      const host = 'own.example.localhost';
      await cluster.client.create<Ingress>(resources.ingresses, {
        apiVersion: 'networking.k8s.io/v1',
        kind: 'Ingress',
        metadata: { name: 'own', namespace: 'shop-dev' },
        spec: {
          ingressClassName: 'nginx',
          tls: [{ hosts: [host], secretName: 'own-tls' }],
          rules: [rule(host, 'shop')],
        },
      });
      await cluster.untilEvent(
        'own',
        `AddedOrUpdatedWithWarning: Configuration for shop-dev/own was added or updated ; with warning(s): TLS secret own-tls is invalid: secret doesn't exist or of an unsupported type`,
      );
      await expect(certificateFor(host)).rejects.toThrow();

      const secret = await createSecret('own-tls', 'shop-dev', [host]);
      await cluster.untilEvent(
        'own',
        'AddedOrUpdated: Configuration for shop-dev/own was added or updated ',
      );
      expect(await certificateFor(host)).toBe(`DNS:${host}`);

      await cluster.client.delete(resources.secrets, secret.metadata.name, {
        namespace: 'shop-dev',
      });
      await cluster.until(resources.secrets, 'own-tls', gone => !gone);
      await createSecret('own-tls', 'shop-dev', [host, 'new.localhost']);
      const renewed = async (): Promise<string> => {
        const names = await certificateFor(host).catch(() => '');
        return names.includes('new') ? names : renewed();
      };
      expect(await renewed()).toBe(`DNS:${host}, DNS:new.localhost`);
    });
  });
});
