import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { startKubernetesApi } from '../startKubernetesApi';

/** Where the contract is tried: the sandbox's API server or a real one. */
export interface ContractTarget {
  url: string;
  ca: string;
  /** Of somebody who may do everything. */
  token?: string;
  clientCertificate?: { cert: string; key: string };
  agent: https.Agent;
  forgetHistory?(): void;
  close(): Promise<void>;
}

/** Names a kubeconfig of a real cluster to try instead of the sandbox. */
const KUBECONFIG = process.env.SLIPWAY_CONTRACT_KUBECONFIG;

/** Opens the target that the environment names, by default a fresh sandbox server. */
export function openTarget(): Promise<ContractTarget> {
  return KUBECONFIG ? openReal(KUBECONFIG) : openSandbox();
}

async function openReal(file: string): Promise<ContractTarget> {
  const { clusters, users } = parse(fs.readFileSync(file, 'utf8'));
  const decode = (text: string) => Buffer.from(text, 'base64').toString();
  const { cluster } = clusters[0];
  const { user } = users[0];
  const ca = decode(cluster['certificate-authority-data']);
  const clientCertificate = user['client-certificate-data'] && {
    cert: decode(user['client-certificate-data']),
    key: decode(user['client-key-data']),
  };
  const agent = new https.Agent({ keepAlive: true, ca, ...clientCertificate });
  return {
    url: cluster.server,
    ca,
    token: user.token,
    clientCertificate,
    agent,
    async close() {
      agent.destroy();
    },
  };
}

async function openSandbox(): Promise<ContractTarget> {
  const root = fs.mkdtempSync(path.join(os.tmpdir(), 'contract-'));
  const state = StateFolder.open(root);
  const stop = new AbortController();
  const token = 'contract-admin';
  const api = await startKubernetesApi({
    name: 'contract',
    port: 0,
    state,
    ca: await CertificateAuthority.loadOrCreate(state, 'ca', new Date()),
    users: [{ token, name: 'admin', groups: ['system:masters'] }],
    signal: stop.signal,
    log: () => {},
  });
  const agent = new https.Agent({ keepAlive: true, ca: api.caPem });
  return {
    url: api.url,
    ca: api.caPem,
    token,
    agent,
    forgetHistory: () => api.forgetHistory(),
    async close() {
      agent.destroy();
      await api.stop();
      fs.rmSync(root, { recursive: true, force: true });
    },
  };
}
