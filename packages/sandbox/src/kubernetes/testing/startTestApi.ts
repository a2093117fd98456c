import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KubernetesClient } from '../../client';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import {
  KubernetesApi,
  startKubernetesApi,
  StartKubernetesApiOptions,
} from '../startKubernetesApi';

/** A server with a folder of its own for one test. */
export interface TestApi {
  api: KubernetesApi;
  client: KubernetesClient;
  /** Lines that the server logged. */
  logged: string[];
  /** Stops the server and starts it again on the same state. */
  restart(): Promise<void>;
  clientOf(user: string): KubernetesClient;
  close(): Promise<void>;
}

const USERS = ['admin', 'reader', 'operator'].map(name => ({
  name,
  token: `${name}-token`,
  groups: [],
}));

export async function startTestApi(
  options: Partial<StartKubernetesApiOptions> = {},
): Promise<TestApi> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'kubernetes-'));
  const state = StateFolder.open(root);
  const stop = new AbortController();
  const logged: string[] = [];
  const clients: KubernetesClient[] = [];
  const test: TestApi = {
    api: undefined!,
    client: undefined!,
    logged,
    clientOf(user) {
      const client = KubernetesClient.create({
        name: 'dev-1',
        server: test.api.url,
        caPem: test.api.caPem,
        token: `${user}-token`,
        manager: 'test',
      });
      clients.push(client);
      return client;
    },
    async restart() {
      await test.api.stop();
      await start();
    },
    async close() {
      clients.forEach(client => client.close());
      await test.api.stop();
      fs.rmSync(root, { recursive: true });
    },
  };
  async function start() {
    test.api = await startKubernetesApi({
      name: 'dev-1',
      port: 0,
      state,
      ca: await CertificateAuthority.loadOrCreate(state, 'dev-1', new Date()),
      users: USERS,
      signal: stop.signal,
      log: line => logged.push(line),
      ...options,
    });
    test.client = test.clientOf('admin');
  }
  await start();
  return test;
}
