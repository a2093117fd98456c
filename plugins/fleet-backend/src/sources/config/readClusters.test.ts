import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { mockServices } from '@backstage/backend-test-utils';
import {
  ClusterAccess,
  ClusterDefinition,
} from '@slipway/backstage-plugin-fleet-node';
import { loadKubernetesLibrary } from '../credentials/loadKubernetesLibrary';
import { readClusters } from './readClusters';

const CA = '-----BEGIN CERTIFICATE-----\nabc\n-----END CERTIFICATE-----\n';
const base64 = (text: string) => Buffer.from(text).toString('base64');
const url = 'https://127.0.0.1:6443';

describe('readClusters', () => {
  let folder: string;
  const { signal } = new AbortController();

  // It takes seconds to be loaded here.
  beforeAll(() => {
    loadKubernetesLibrary();
  }, 60_000);
  beforeEach(() => {
    folder = fs.mkdtempSync(path.join(os.tmpdir(), 'slipway-clusters-'));
  });
  afterEach(() => {
    fs.rmSync(folder, { recursive: true });
  });

  const file = (name: string, content: string) => {
    const written = path.join(folder, name);
    fs.writeFileSync(written, content, { mode: 0o700 });
    return written;
  };

  const read = (...clusters: object[]) =>
    readClusters(
      mockServices.rootConfig({
        data: JSON.parse(JSON.stringify({ fleet: { clusters } })),
      }),
    );

  const readOne = (cluster: object) => read({ name: 'one', ...cluster })[0];

  function accessOf({ access }: ClusterDefinition): ClusterAccess {
    if ('error' in access) {
      throw new Error(access.error);
    }
    return access;
  }

  it('reads an address with a token', async () => {
    const cluster = readOne({
      url,
      caData: base64(CA),
      token: 'secret',
      owner: 'platform-team',
      labels: { 'slipway.dev/stage': 'prod' },
      hub: true,
      operator: { token: 'more' },
    });
    expect(cluster).toMatchObject({
      name: 'one',
      origin: 'fleet.clusters[0]',
      owner: 'group:default/platform-team',
      labels: { 'slipway.dev/stage': 'prod' },
      hub: true,
      access: { server: url, ca: CA, skipTlsVerify: false },
    });
    const access = accessOf(cluster);
    expect(await access.authenticate({ fresh: false, signal })).toEqual({
      headers: { authorization: 'Bearer secret' },
    });
    expect(
      await cluster.operator?.authenticate({ fresh: false, signal }),
    ).toEqual({ headers: { authorization: 'Bearer more' } });
    expect(cluster.operator?.ca).toBe(CA);
  });

  it('reads a proxy, for the operator too', () => {
    const proxyUrl = 'http://me:s3cret@127.0.0.1:3128';
    const operator = { token: 'more' };
    const cluster = readOne({ url, token: 't', proxyUrl, operator });
    expect(accessOf(cluster).proxyUrl).toBe(proxyUrl);
    expect(cluster.operator?.proxyUrl).toBe(proxyUrl);
    expect(readOne({ url, token: 't' }).access).not.toHaveProperty('proxyUrl');
    expect(
      readOne({ url, token: 't', proxyUrl: 'socks5://me:s3cret@p' }).access,
    ).toEqual({
      error: 'fleet.clusters[0]: proxyUrl is no http(s) address',
    });
  });

  it('reads a token file each time', async () => {
    const tokenFile = file('token', 'first\n');
    const access = accessOf(readOne({ url, tokenFile }));
    const ask = () => access.authenticate({ fresh: false, signal });
    expect((await ask()).headers.authorization).toBe('Bearer first');
    fs.writeFileSync(tokenFile, 'second\n');
    expect((await ask()).headers.authorization).toBe('Bearer second');
    fs.writeFileSync(tokenFile, '');
    await expect(ask()).rejects.toThrow('is empty');
    fs.rmSync(tokenFile);
    await expect(ask()).rejects.toThrow('no such file');
  });

  it('reads a client certificate', async () => {
    const clientCertificate = {
      certFile: file('cert', 'c'),
      keyFile: file('key', 'k'),
    };
    const access = accessOf(readOne({ url, clientCertificate }));
    expect(await access.authenticate({ fresh: false, signal })).toEqual({
      headers: {},
      clientCertificate: { cert: 'c', key: 'k' },
    });
  });

  describe('with a kubeconfig', () => {
    const kubeconfig = (user: object, cluster = {}) =>
      file(
        'config',
        JSON.stringify({
          'current-context': 'main',
          contexts: [
            { name: 'main', context: { cluster: 'c', user: 'u' } },
            { name: 'lost', context: { cluster: 'none', user: 'u' } },
          ],
          clusters: [
            {
              name: 'c',
              cluster: {
                server: url,
                'certificate-authority-data': base64(CA),
                ...cluster,
              },
            },
          ],
          users: [{ name: 'u', user }],
        }),
      );

    it('takes its cluster and its token, and reads it again when refused', async () => {
      const config = kubeconfig({ token: 'first' });
      const access = accessOf(readOne({ kubeconfig: { file: config } }));
      expect(access).toMatchObject({ server: url, ca: CA });
      const ask = async (fresh: boolean) =>
        (await access.authenticate({ fresh, signal })).headers.authorization;
      expect(await ask(false)).toBe('Bearer first');
      kubeconfig({ token: 'second' });
      expect(await ask(true)).toBe('Bearer second');
    });

    it('takes its proxy, unless the entry names one', () => {
      const named = 'http://127.0.0.1:3128';
      const config = kubeconfig({ token: 't' }, { 'proxy-url': named });
      const entry = { kubeconfig: { file: config } };
      expect(accessOf(readOne(entry)).proxyUrl).toBe(named);
      const proxyUrl = 'http://127.0.0.1:3129';
      expect(accessOf(readOne({ ...entry, proxyUrl })).proxyUrl).toBe(proxyUrl);
    });

    it('asks a credential plugin, again when refused', async () => {
      const count = file('count', '');
      const plugin = file(
        'plugin.js',
        `const fs = require('fs');
         fs.appendFileSync(${JSON.stringify(count)}, 'x');
         const token = 'token-' + fs.readFileSync(${JSON.stringify(
           count,
         )}).length;
         console.log(JSON.stringify({
           apiVersion: 'client.authentication.k8s.io/v1',
           kind: 'ExecCredential',
           status: { token },
         }));`,
      );
      const config = kubeconfig({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: process.execPath,
          args: [plugin],
        },
      });
      const access = accessOf(readOne({ kubeconfig: { file: config } }));
      const ask = async (fresh: boolean) =>
        (await access.authenticate({ fresh, signal })).headers.authorization;
      expect(await ask(false)).toBe('Bearer token-1');
      expect(await ask(false)).toBe('Bearer token-1');
      expect(await ask(true)).toBe('Bearer token-2');
    });

    it('says why a credential plugin fails', async () => {
      const config = kubeconfig({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: path.join(folder, 'missing-plugin'),
        },
      });
      const access = accessOf(readOne({ kubeconfig: { file: config } }));
      await expect(
        access.authenticate({ fresh: false, signal }),
      ).rejects.toThrow(/missing-plugin.*ENOENT/);
    });

    it('does not quote what it cannot read', async () => {
      const broken = file('broken', 'users: [{ token: s3cret');
      const { access } = readOne({ kubeconfig: { file: broken } });
      expect(access).toEqual({
        error: `fleet.clusters[0]: ${broken} is not a kubeconfig`,
      });
      const config = kubeconfig({
        exec: {
          apiVersion: 'client.authentication.k8s.io/v1',
          command: process.execPath,
          args: ['-p', '"s3cret"'],
        },
      });
      const plugged = accessOf(readOne({ kubeconfig: { file: config } }));
      await expect(
        plugged.authenticate({ fresh: false, signal }),
      ).rejects.toThrow('the credential plugin did not answer in JSON');
    });

    it('does not wait for a plugin after the end', async () => {
      const config = kubeconfig({ token: 'first' });
      const access = accessOf(readOne({ kubeconfig: { file: config } }));
      await expect(
        access.authenticate({
          fresh: false,
          signal: AbortSignal.abort(new Error('ended')),
        }),
      ).rejects.toThrow('ended');
    });

    it('says which contexts there are', () => {
      const config = kubeconfig({});
      const { access } = readOne({
        kubeconfig: { file: config, context: 'other' },
      });
      expect(access).toEqual({
        error: `fleet.clusters[0]: ${config} has no context other with a cluster; it has main, lost`,
      });
    });
  });

  it('fails one cluster for what is wrong with it, not the others', () => {
    const clusters = read(
      { name: 'a' },
      { name: 'b', url, inCluster: true, token: 't' },
      { name: 'c', url },
      { name: 'd', url: 'nowhere', token: 't' },
      { name: 'e', url, caFile: path.join(folder, 'none'), token: 't' },
      { name: 'f', url, caData: 'bm8=', token: 't' },
      { name: 'g', kubeconfig: { file: path.join(folder, 'none') } },
      { name: 'h', inCluster: true },
      { name: 'i', url, token: 't' },
    );
    const errors = clusters.map(({ access }) =>
      'error' in access ? access.error : undefined,
    );
    expect(errors).toEqual([
      'fleet.clusters[0]: give exactly one of kubeconfig, url and inCluster',
      'fleet.clusters[1]: give exactly one of kubeconfig, url and inCluster',
      'fleet.clusters[2]: there are no credentials; give token, tokenFile or clientCertificate',
      'fleet.clusters[3]: url is no http(s) address: nowhere',
      expect.stringContaining('no such file'),
      'fleet.clusters[5]: caData is not base64 of a PEM certificate',
      expect.stringContaining('no such file'),
      expect.stringContaining('does not run in a pod'),
      undefined,
    ]);
  });

  it('says at each operation what is wrong with its credentials', async () => {
    const { operator } = readOne({ url, token: 't', operator: {} });
    await expect(
      operator?.authenticate({ fresh: false, signal }),
    ).rejects.toThrow('fleet.clusters[0].operator: there are no credentials');
  });

  it('refuses a name that is used twice', () => {
    expect(() =>
      read({ name: 'a', url, token: 't' }, { name: 'a', url, token: 't' }),
    ).toThrow('fleet.clusters has the name a twice');
    expect(() => read({ url })).toThrow('name');
  });

  it('has another revision when a file has changed', () => {
    const caFile = file('ca', CA);
    const before = readOne({ url, caFile, token: 't' }).revision;
    expect(readOne({ url, caFile, token: 't' }).revision).toBe(before);
    fs.writeFileSync(caFile, CA.replace('abc', 'def'));
    expect(readOne({ url, caFile, token: 't' }).revision).not.toBe(before);
  });
});
