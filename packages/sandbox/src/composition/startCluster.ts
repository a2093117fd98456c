import { KubernetesClient } from '../client';
import { ImageStore } from '../images';
import {
  KubernetesApi,
  PodLogRequest,
  startKubernetesApi,
} from '../kubernetes';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { NodePlan, startWorkloads, Workloads } from '../workloads';
import { abortable } from './abortable';
import { ClusterPlan } from './clusters';

/** A running cluster with the tokens that open it. */
export interface Cluster {
  plan: ClusterPlan;
  api: KubernetesApi;
  workloads: Workloads;
  ca: CertificateAuthority;
  /** The file that `admin` uses. */
  kubeconfig: string;
  token(user: ClusterUser): string;
  /** A client for a controller that runs inside. */
  client(manager: string): KubernetesClient;
  /** Asks `source` first for the logs of pods that no kubelet runs. */
  addPodLogs(source: PodLogSource): void;
  /** Gives it other nodes, or another version; kept from then on. */
  reshape(shape: ClusterShape): Promise<void>;
  stopped: Promise<void>;
}

/** What a cluster is made of, as far as it can change while it runs. */
export interface ClusterShape {
  /** @default one worker */
  nodes?: NodePlan[];
  version?: string;
}

const SHAPE = 'shape.json';

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

/** Those of the sandbox itself: whoever looks at its state folder, and its controllers. */
const OWN_USERS: ClusterUser[] = ['admin', 'controllers'];

// A crash shows at once, and the next try need not wait for minutes.
const BACK_OFF = { firstMs: 2_000, maxMs: 20_000 };

export interface StartClusterOptions {
  plan: ClusterPlan;
  port: number;
  state: StateFolder;
  images: ImageStore;
  /** @default one of its own */
  ca?: CertificateAuthority;
  /** @default what it was made last, or at first what its plan says */
  shape?: ClusterShape;
  /** As a cloud hands it over: nobody is known to it but who holds a certificate. @default false */
  bare?: boolean;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

/** Starts a cluster that runs pods, and keeps its kubeconfig in a file. */
export async function startCluster(
  options: StartClusterOptions,
): Promise<Cluster> {
  const { plan, port, state, images, bare, signal, log, now } = options;
  const ca =
    options.ca ??
    (await CertificateAuthority.loadOrCreate(
      state,
      `${plan.name} cluster CA`,
      now(),
    ));
  const shape = options.shape ??
    state.readJson<ClusterShape>(SHAPE) ?? { version: plan.version };
  const token = (user: ClusterUser) => state.secret(user);
  const names = bare ? OWN_USERS : (Object.keys(USERS) as ClusterUser[]);
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
    version: shape.version,
    bare,
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
  const clients = new Map<string, KubernetesClient>();
  const client = (manager: string) => {
    const known =
      clients.get(manager) ??
      KubernetesClient.create({
        name: plan.name,
        server: api.url,
        caPem: api.caPem,
        token: token('controllers'),
        manager,
      });
    clients.set(manager, known);
    return known;
  };
  const workloads = await abortable(
    startWorkloads({
      client: client('kubelet'),
      images,
      state: state.room('workloads'),
      nodes: shape.nodes,
      version: shape.version,
      backOff: BACK_OFF,
      signal,
      log,
      now,
    }),
    signal,
  ).catch(async error => {
    await api.stop();
    throw error;
  });
  logSources.push(request => workloads.podLogs(request));
  state.writeText(api.kubeconfigFor('admin'), 'admin.kubeconfig');
  return {
    plan,
    api,
    workloads,
    ca,
    kubeconfig: state.path('admin.kubeconfig'),
    token,
    client,
    addPodLogs: source => void logSources.unshift(source),
    async reshape(change) {
      Object.assign(shape, change);
      state.writeJson(shape, SHAPE);
      if (shape.version) {
        api.setVersion(shape.version);
      }
      await workloads.reshape(shape);
    },
    stopped: workloads.stopped,
  };
}
