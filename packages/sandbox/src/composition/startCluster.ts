import { KubernetesClient } from '../client';
import { KubernetesApi, PodLogs, startKubernetesApi } from '../kubernetes';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { ClusterPlan } from './clusters';

/** A running cluster with the tokens that open it. */
export interface Cluster {
  plan: ClusterPlan;
  api: KubernetesApi;
  ca: CertificateAuthority;
  /** The file that `admin` uses. */
  kubeconfig: string;
  token(user: ClusterUser): string;
  /** A client for a controller that runs inside. */
  client(manager: string): KubernetesClient;
}

export type ClusterUser = keyof typeof USERS;

/** `reader` and `operator` get their rights from the roles that the API seeds. */
const USERS = {
  admin: ['system:masters'],
  reader: ['slipway:readers'],
  operator: ['slipway:operators'],
  'argocd-manager': ['system:masters'],
  controllers: ['system:masters'],
};

export interface StartClusterOptions {
  plan: ClusterPlan;
  port: number;
  state: StateFolder;
  podLogs: PodLogs;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** Starts the API server of a cluster, and keeps its kubeconfig in a file. */
export async function startCluster(
  options: StartClusterOptions,
): Promise<Cluster> {
  const { plan, state, now } = options;
  const ca = await CertificateAuthority.loadOrCreate(
    state,
    `${plan.name} cluster CA`,
    now(),
  );
  const token = (user: ClusterUser) => state.secret(user);
  const names = Object.keys(USERS) as ClusterUser[];
  const api = await startKubernetesApi({
    ...options,
    name: plan.name,
    ca,
    users: names.map(name => ({
      name,
      token: token(name),
      groups: USERS[name],
    })),
  });
  state.writeText(api.kubeconfigFor('admin'), 'admin.kubeconfig');
  return {
    plan,
    api,
    ca,
    kubeconfig: state.path('admin.kubeconfig'),
    token,
    client: manager =>
      KubernetesClient.create({
        name: plan.name,
        server: api.url,
        caPem: api.caPem,
        token: token('controllers'),
        manager,
      }),
  };
}
