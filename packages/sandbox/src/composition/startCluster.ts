import { KubernetesClient } from '../client';
import { ImageStore } from '../images';
import {
  KubernetesApi,
  PodLogRequest,
  startKubernetesApi,
} from '../kubernetes';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { startWorkloads, Workloads } from '../workloads';
import { ClusterPlan } from './clusters';

/** A running cluster with the tokens that open it. */
export interface Cluster {
  plan: ClusterPlan;
  api: KubernetesApi;
  workloads: Workloads;
  /** The file that `admin` uses. */
  kubeconfig: string;
  token(user: ClusterUser): string;
  /** A client for a controller that runs inside. */
  client(manager: string): KubernetesClient;
  /** Asks `source` first for the logs of pods that no kubelet runs. */
  addPodLogs(source: PodLogSource): void;
  stopped: Promise<void>;
}

/** The logs of a pod, `undefined` when it is not this source's. */
export type PodLogSource = (
  request: PodLogRequest,
) => AsyncIterable<string> | undefined;

export type ClusterUser = keyof typeof USERS;

/** `reader` and `operator` get their rights from roles that the API seeds. */
const USERS = {
  admin: ['system:masters'],
  reader: [],
  operator: [],
  'argocd-manager': ['system:masters'],
  controllers: ['system:masters'],
};

// A crash shows at once, and the next try need not wait for minutes.
const BACK_OFF = { firstMs: 2_000, maxMs: 20_000 };

export interface StartClusterOptions {
  plan: ClusterPlan;
  port: number;
  state: StateFolder;
  images: ImageStore;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** Starts a cluster that runs pods, and keeps its kubeconfig in a file. */
export async function startCluster(
  options: StartClusterOptions,
): Promise<Cluster> {
  const { plan, port, state, images, signal, log, now } = options;
  const ca = await CertificateAuthority.loadOrCreate(
    state,
    `${plan.name} cluster CA`,
    now(),
  );
  const token = (user: ClusterUser) => state.secret(user);
  const names = Object.keys(USERS) as ClusterUser[];
  const logSources: PodLogSource[] = [];
  const api = await startKubernetesApi({
    name: plan.name,
    port,
    state: state.room('api'),
    ca,
    users: names.map(name => ({
      name,
      token: token(name),
      groups: USERS[name],
    })),
    podLogs: request => {
      for (const source of logSources) {
        const lines = source(request);
        if (lines) {
          return lines;
        }
      }
      throw new Error('this cluster runs no pods yet');
    },
    signal,
    log,
    now,
  });
  const client = (manager: string) =>
    KubernetesClient.create({
      name: plan.name,
      server: api.url,
      caPem: api.caPem,
      token: token('controllers'),
      manager,
    });
  const workloads = await startWorkloads({
    client: client('kubelet'),
    images,
    state: state.room('workloads'),
    backOff: BACK_OFF,
    signal,
    log,
    now,
  });
  logSources.push(request => workloads.podLogs(request));
  state.writeText(api.kubeconfigFor('admin'), 'admin.kubeconfig');
  return {
    plan,
    api,
    workloads,
    kubeconfig: state.path('admin.kubeconfig'),
    token,
    client,
    addPodLogs: source => void logSources.unshift(source),
    stopped: workloads.stopped,
  };
}
