import { ClusterAccess } from '@slipway/backstage-plugin-fleet-node';
import { readRegistration } from './readRegistration';

const base64 = (text: string) => Buffer.from(text).toString('base64');

function secret(data: Record<string, string>, labels = {}, annotations = {}) {
  return {
    metadata: {
      name: 'cluster-dev-1',
      namespace: 'slipway-fleet',
      labels: { 'slipway.dev/secret-type': 'cluster', ...labels },
      annotations,
    },
    data: Object.fromEntries(
      Object.entries(data).map(([key, value]) => [key, base64(value)]),
    ),
  };
}

const server = 'https://127.0.0.1:6443';
const token = (bearerToken: string) =>
  JSON.stringify({
    bearerToken,
    tlsClientConfig: { caData: base64('CA'), serverName: 'kube' },
  });

describe('readRegistration', () => {
  const { signal } = new AbortController();

  it('reads how a cluster is reached and whose it is', async () => {
    const cluster = readRegistration(
      secret(
        {
          name: 'dev-1',
          server,
          config: token('read'),
          operatorConfig: token('write'),
        },
        { 'slipway.dev/owner': 'storefront', 'slipway.dev/stage': 'nonprod' },
      ),
      'platform',
    );
    expect(cluster).toMatchObject({
      name: 'dev-1',
      origin: 'Secret slipway-fleet/cluster-dev-1 of platform',
      owner: 'group:default/storefront',
      labels: { 'slipway.dev/stage': 'nonprod' },
      hub: false,
      access: { server, ca: 'CA', serverName: 'kube', skipTlsVerify: false },
    });
    expect(cluster?.labels).not.toHaveProperty('slipway.dev/secret-type');
    const access = cluster?.access as ClusterAccess;
    expect(await access.authenticate({ fresh: true, signal })).toEqual({
      headers: { authorization: 'Bearer read' },
    });
    expect(
      await cluster?.operator?.authenticate({ fresh: true, signal }),
    ).toEqual({ headers: { authorization: 'Bearer write' } });
  });

  it('reads a client certificate', async () => {
    const cluster = readRegistration(
      secret({
        name: 'dev-1',
        server,
        config: JSON.stringify({
          tlsClientConfig: {
            insecure: true,
            certData: base64('cert'),
            keyData: base64('key'),
          },
        }),
      }),
      'platform',
    );
    const access = cluster?.access as ClusterAccess;
    expect(access.skipTlsVerify).toBe(true);
    expect(await access.authenticate({ fresh: true, signal })).toEqual({
      headers: {},
      clientCertificate: { cert: 'cert', key: 'key' },
    });
  });

  it.each([
    ['no server', { config: token('t') }, 'server is no http(s) address'],
    ['no config', { server }, 'config is not JSON'],
    ['a broken config', { server, config: '{"bearerToken":"s3cr' }, 'not JSON'],
    ['no credentials', { server, config: '{}' }, 'neither bearerToken nor'],
    [
      'a proxy that is none',
      {
        server,
        config: '{"bearerToken":"s3cr","proxyUrl":"socks5://u:s3cr@p"}',
      },
      'in its key config proxyUrl is no http(s) address',
    ],
  ])('says what is wrong with %s, but not what is in it', (_, data, error) => {
    const cluster = readRegistration(
      secret({ name: 'dev-1', ...data }),
      'platform',
    );
    expect(cluster?.access).toEqual({ error: expect.stringContaining(error) });
    expect(JSON.stringify(cluster)).not.toContain('s3cr');
  });

  it.each(['http://proxy.example.org:3128', undefined])(
    'reads the proxy %s',
    proxyUrl => {
      const config = JSON.stringify({ bearerToken: 't', proxyUrl });
      const cluster = readRegistration(
        secret({ name: 'dev-1', server, config, operatorConfig: config }),
        'platform',
      );
      expect((cluster?.access as ClusterAccess).proxyUrl).toBe(proxyUrl);
      expect(cluster?.operator?.proxyUrl).toBe(proxyUrl);
    },
  );

  describe('of a cluster that could not be reached when it was registered', () => {
    const reason = 'connect ECONNREFUSED 10.0.0.20:6443';
    const read = (data: Record<string, string>, annotation = reason) =>
      readRegistration(
        secret(
          { name: 'dev-1', ...data },
          {},
          { 'slipway.dev/unverified': annotation },
        ),
        'platform',
      );

    it('has exactly that reason', () => {
      const config = '{"tlsClientConfig":{"caData":"Q0E="}}';
      expect(read({ server, config })?.access).toEqual({ error: reason });
    });

    it('counts what is wrong with it besides', () => {
      expect(read({ config: '{}' })?.access).toEqual({
        error: expect.stringContaining('server is no http(s) address'),
      });
    });

    it('uses credentials that came later', () => {
      expect(read({ server, config: token('t') })?.access).toMatchObject({
        server,
      });
    });

    it('has another revision for another reason', () => {
      const data = { server, config: '{}' };
      expect(read(data)?.revision).not.toBe(read(data, 'gone')?.revision);
    });
  });

  it('has another revision when it has changed', () => {
    const revision = (bearerToken: string) =>
      readRegistration(
        secret({ name: 'dev-1', server, config: token(bearerToken) }),
        'platform',
      )?.revision;
    expect(revision('a')).toBe(revision('a'));
    expect(revision('a')).not.toBe(revision('b'));
  });

  it('is nothing without a name', () => {
    expect(readRegistration(secret({ server }), 'platform')).toBeUndefined();
    expect(readRegistration({ data: 'what?' }, 'platform')).toBeUndefined();
  });
});
