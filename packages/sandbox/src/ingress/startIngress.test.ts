import http, { IncomingMessage } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
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
import { lookup } from './lookup';
import { IngressProxy, startIngress } from './startIngress';
import { Ingress } from './types';

interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  text: string;
}

describe('startIngress', () => {
  const stop = new AbortController();
  const servers: http.Server[] = [];
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
    const encode = (text: string) => Buffer.from(text).toString('base64');
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
          let text = '';
          for await (const chunk of response) {
            text += chunk;
          }
          const { headers, statusCode: status = 0 } = response;
          resolve({ status, headers, text });
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
    const { port } = server.address() as AddressInfo;
    const metadata = { namespace: 'shop-dev' };
    await cluster.client.create(resources.services, {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { ...metadata, name },
      spec: { ports: [{ name: 'http', port: 80 }] },
    });
    await cluster.client.create<KubernetesObject>(resources.endpointSlices, {
      apiVersion: 'discovery.k8s.io/v1',
      kind: 'EndpointSlice',
      metadata: {
        ...metadata,
        name: `${name}-1`,
        labels: { 'kubernetes.io/service-name': name },
      },
      addressType: 'IPv4',
      ports: [{ name: 'http', port, protocol: 'TCP' }],
      endpoints: [{ addresses: ['192.0.2.1'], conditions: { ready: true } }],
    });
    return server;
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
    expect(await cluster.events('shop')).toContain(
      'AddedOrUpdated: Configuration for shop-dev/shop was added or updated ',
    );
    await cluster.until<KubernetesObject>(
      resources.deployments,
      'shop',
      deployment =>
        (deployment?.status as { readyReplicas?: number })?.readyReplicas === 2,
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
});
