import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { KubernetesClient, KubernetesObject, resources } from '../../client';
import { findKubectl } from '../../kubectl/findKubectl';
import { startKubernetesApi } from '../../kubernetes/startKubernetesApi';
import { CertificateAuthority } from '../../pki/CertificateAuthority';
import { StateFolder } from '../../state/StateFolder';
import { argoCdNamespaceObjects } from '../argoCdNamespaceObjects';
import { startArgoCd } from '../startArgoCd';
import { TestRepositories } from '../testing/TestRepositories';

/** An Argo CD to hold against the contract: the real one, or the sandbox's. */
export interface ArgoCdTarget {
  hub: KubernetesClient;
  repositories: TestRepositories;
  /** How Argo CD can reach the hub as if it were another cluster. */
  credentials: { server: string; bearerToken: string; caData: string };
  stop(): Promise<void>;
}

/** Takes the Argo CD that the environment names, else starts the sandbox's. */
export async function startTarget(): Promise<ArgoCdTarget> {
  const kubeconfig = process.env.SLIPWAY_CONTRACT_ARGOCD_KUBECONFIG;
  return kubeconfig ? realTarget(kubeconfig) : sandboxTarget();
}

async function realTarget(kubeconfig: string): Promise<ArgoCdTarget> {
  const hub = KubernetesClient.fromKubeconfig(kubeconfig, 'contract');
  const repositories = TestRepositories.at(
    process.env.SLIPWAY_CONTRACT_GIT_FOLDER!,
    process.env.SLIPWAY_CONTRACT_GIT_URL!,
  );
  return {
    hub,
    repositories,
    credentials: {
      server: hub.server,
      bearerToken: await adminToken(hub),
      caData: Buffer.from(hub.caPem!).toString('base64'),
    },
    async stop() {
      hub.close();
      await repositories.stop();
    },
  };
}

async function sandboxTarget(): Promise<ArgoCdTarget> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'argocd-contract-'));
  const state = StateFolder.open(folder);
  const stop = new AbortController();
  const api = await startKubernetesApi({
    name: 'hub',
    port: 0,
    state: state.room('api'),
    ca: await CertificateAuthority.loadOrCreate(state, 'hub', new Date()),
    users: [{ token: 't', name: 'admin', groups: ['system:masters'] }],
    signal: stop.signal,
    log: () => {},
  });
  const client = (manager: string) =>
    KubernetesClient.create({
      name: 'hub',
      server: api.url,
      caPem: api.caPem,
      token: 't',
      manager,
    });
  const hub = client('contract');
  const argocd = client('argocd-controller');
  await startArgoCd({
    hub: argocd,
    state: state.room('argocd'),
    kubectl: await findKubectl({ cacheFolder: state.folder('tools') }),
    signal: stop.signal,
    log: () => {},
  });
  for (const object of argoCdNamespaceObjects()) {
    const resource =
      object.kind === 'Namespace'
        ? resources.namespaces
        : resources.appProjects;
    await hub.apply(resource, object);
  }
  const repositories = await TestRepositories.serve(path.join(folder, 'git'));
  return {
    hub,
    repositories,
    credentials: {
      server: api.url,
      bearerToken: 't',
      caData: Buffer.from(api.caPem).toString('base64'),
    },
    async stop() {
      stop.abort();
      hub.close();
      argocd.close();
      await repositories.stop();
      await api.stop();
      fs.rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function adminToken(hub: KubernetesClient): Promise<string> {
  const name = 'argocd-contract';
  await hub.apply(resources.serviceAccounts, {
    apiVersion: 'v1',
    kind: 'ServiceAccount',
    metadata: { name, namespace: 'kube-system' },
  });
  await hub.apply(
    {
      group: 'rbac.authorization.k8s.io',
      version: 'v1',
      plural: 'clusterrolebindings',
      kind: 'ClusterRoleBinding',
      namespaced: false,
    },
    {
      apiVersion: 'rbac.authorization.k8s.io/v1',
      kind: 'ClusterRoleBinding',
      metadata: { name },
      roleRef: {
        apiGroup: 'rbac.authorization.k8s.io',
        kind: 'ClusterRole',
        name: 'cluster-admin',
      },
      subjects: [{ kind: 'ServiceAccount', name, namespace: 'kube-system' }],
    },
  );
  const { status } = await hub.request<
    KubernetesObject & { status: { token: string } }
  >(`/api/v1/namespaces/kube-system/serviceaccounts/${name}/token`, {
    method: 'POST',
    body: {
      apiVersion: 'authentication.k8s.io/v1',
      kind: 'TokenRequest',
      spec: { expirationSeconds: 3600 },
    },
  });
  return status.token;
}
