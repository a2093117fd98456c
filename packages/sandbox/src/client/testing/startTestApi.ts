import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KubernetesApi, startKubernetesApi } from '../../kubernetes';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';

/** An API server without controllers, for tests. */
export interface TestApi extends KubernetesApi {
  /** A kubeconfig of `admin`. */
  kubeconfigFile: string;
}

/** Starts an API server in a folder that goes with it. */
export async function startTestApi(): Promise<TestApi> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'client-'));
  const state = StateFolder.open(folder);
  const api = await startKubernetesApi({
    name: 'test',
    port: 0,
    state: state.room('api'),
    ca: await CertificateAuthority.loadOrCreate(state, 'test', new Date()),
    users: [{ token: 't', name: 'admin', groups: ['system:masters'] }],
    signal: new AbortController().signal,
    log: () => {},
  });
  state.writeText(api.kubeconfigFor('admin'), 'kubeconfig');
  return {
    ...api,
    kubeconfigFile: state.path('kubeconfig'),
    stop: async () => {
      await api.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}
