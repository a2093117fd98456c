import https from 'node:https';
import { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { ClusterAccess } from '@slipway/backstage-plugin-fleet-node';
import { ScriptedApiServer } from '../__testUtils__/ScriptedApiServer';
import {
  bookmark,
  event,
  startTestWatcher,
  thing,
} from '../__testUtils__/startTestWatcher';
import { TestAuthority } from '../__testUtils__/TestAuthority';
import { TestProxy } from '../__testUtils__/TestProxy';
import { ClosableClusterClient, createClusterClient } from '.';

const { signal } = new AbortController();

describe('clusters behind a proxy', () => {
  let proxy: TestProxy;

  beforeEach(async () => {
    proxy = await TestProxy.start();
  });
  afterEach(() => proxy.close());

  describe('with TLS', () => {
    let authority: TestAuthority;
    let server: https.Server;
    let client: ClosableClusterClient;
    let shown: { client?: string; name: unknown } | undefined;

    beforeAll(async () => {
      authority = await TestAuthority.create();
    });

    beforeEach(async () => {
      shown = undefined;
      const ofServer = await authority.issue('kube.example.org');
      server = https.createServer(
        { ...ofServer, ca: authority.pem, requestCert: true },
        ({ socket, url }, response) => {
          const tls = socket as TLSSocket;
          shown = {
            client: tls.getPeerCertificate().subject?.CN as string,
            name: tls.servername,
          };
          response.end(JSON.stringify({ asked: url }));
        },
      );
      await new Promise<void>(resolve => {
        server.listen(0, '127.0.0.1', resolve);
      });
    });
    afterEach(async () => {
      await client.close();
      server.closeAllConnections();
      await new Promise(resolve => server.close(resolve));
    });

    const host = () => `127.0.0.1:${(server.address() as AddressInfo).port}`;

    async function ask(access: Partial<ClusterAccess> = {}) {
      const clientCertificate = await authority.issue('reader');
      client = createClusterClient({
        server: `https://${host()}`,
        ca: authority.pem,
        serverName: 'kube.example.org',
        proxyUrl: proxy.url,
        authenticate: async () => ({ headers: {}, clientCertificate }),
        ...access,
      });
      return client.request({ method: 'GET', path: '/version', signal });
    }

    it('are asked through it, with CA, client certificate and server name', async () => {
      expect(await ask()).toEqual({
        status: 200,
        body: { asked: '/version' },
      });
      expect(shown).toEqual({ client: 'reader', name: 'kube.example.org' });
      expect(proxy.tunnels).toEqual([{ to: host() }]);
    });

    it('are not trusted for what the proxy says', async () => {
      const other = await TestAuthority.create();
      await expect(ask({ ca: other.pem })).rejects.toThrow(
        `Cannot reach https://${host()}: through the proxy ${proxy.host}: `,
      );
      expect(shown).toBeUndefined();
      await client.close();
      await expect(ask({ serverName: 'other.example.org' })).rejects.toThrow(
        /through the proxy .*other\.example\.org/,
      );
    });

    it('are reached through one that wants a password, which nobody is told', async () => {
      const proxyUrl = `http://me:s3cret@${proxy.host}`;
      await ask({ proxyUrl });
      const authorization = `Basic ${btoa('me:s3cret')}`;
      expect(proxy.tunnels).toEqual([{ to: host(), authorization }]);
      await client.close();
      proxy.refusal = '407 Proxy Authentication Required';
      await expect(ask({ proxyUrl })).rejects.toThrow(
        new Error(
          `Cannot reach https://${host()}: through the proxy ${
            proxy.host
          }: it answered 407`,
        ),
      );
    });

    it('are out of reach without it', async () => {
      await proxy.close();
      await expect(ask()).rejects.toThrow(
        /through the proxy 127\.0\.0\.1:\d+: .*ECONNREFUSED/,
      );
      proxy = await TestProxy.start();
    });
  });

  it('are watched through it, and lost with it', async () => {
    const server = await ScriptedApiServer.start();
    const watcher = startTestWatcher({ server, proxyUrl: proxy.url });
    const watch = await server.next('watch');
    watch.send(event('ADDED', thing('a', 1)), bookmark(10, true));
    await watcher.sink.until(() => watcher.coverage()?.state === 'live');
    expect(watcher.sink.present.size).toBe(1);
    expect(new Set(proxy.tunnels.map(({ to }) => to))).toEqual(
      new Set([`127.0.0.1:${server.port}`]),
    );

    const { host } = proxy;
    await proxy.close();
    while (watcher.source()?.reachable) {
      await watcher.clock.pass(2_000);
    }
    expect(watcher.source()).toMatchObject({
      state: 'stale',
      error: expect.stringContaining(`through the proxy ${host}: `),
    });
    await watcher.stop();
    await server.close();
    proxy = await TestProxy.start();
  });
});
