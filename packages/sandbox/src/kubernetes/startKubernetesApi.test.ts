import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  resources,
} from '../client';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { KubernetesApi, startKubernetesApi } from './startKubernetesApi';

describe('startKubernetesApi', () => {
  let root: string;
  let api: KubernetesApi;
  let client: KubernetesClient;
  const stop = new AbortController();

  async function start() {
    const state = StateFolder.open(root);
    api = await startKubernetesApi({
      name: 'dev-1',
      port: 0,
      state,
      ca: await CertificateAuthority.loadOrCreate(state, 'dev-1', new Date()),
      users: [{ token: 't', name: 'admin', groups: ['system:masters'] }],
      signal: stop.signal,
      log: () => {},
    });
    client = KubernetesClient.create({
      name: 'dev-1',
      server: api.url,
      caPem: api.caPem,
      token: 't',
      manager: 'test',
    });
  }

  beforeAll(async () => {
    root = fs.mkdtempSync(path.join(os.tmpdir(), 'kubernetes-'));
    await start();
  });
  afterAll(async () => {
    stop.abort();
    await api.stop();
    client.close();
    fs.rmSync(root, { recursive: true });
  });

  it('serves objects to the client and its informer, and remembers them', async () => {
    const watching = new AbortController();
    const informer = Informer.start({
      client,
      resource: resources.configMaps,
      signal: watching.signal,
    });
    await informer.synced;
    const seen = new Promise<KubernetesObject>(resolve => {
      informer.onChange(({ after }) => {
        if (after?.metadata.name === 'one') resolve(after);
      });
    });
    await client.create(resources.configMaps, {
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'one', namespace: 'default' },
      data: { a: '1' },
    });
    expect(await seen).toMatchObject({ data: { a: '1' } });
    watching.abort();
    client.close();
    await api.stop();

    await start();
    expect(
      await client.get(resources.configMaps, 'one', 'default'),
    ).toMatchObject({ data: { a: '1' } });
  });
});
