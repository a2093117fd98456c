import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  resources,
} from '../client';
import { StateFolder } from '../state/StateFolder';
import { startDeployments } from './deployments/startDeployments';
import { CrashSwitch } from './kubelet/CrashSwitch';
import { Images } from './kubelet/Images';
import { startKubelet } from './kubelet/startKubelet';
import { PodLogRequest } from './logs/PodLogStore';
import { PodNetwork } from './network/PodNetwork';
import { startReplicaSets } from './replicasets/startReplicaSets';
import { NodePlan } from './scheduling/NodePlan';
import { Nodes, NodeShape } from './scheduling/Nodes';
import { startScheduler } from './scheduling/startScheduler';
import { startEndpointSlices } from './endpoints/startEndpointSlices';
import { WorkloadCache, WorkloadContext } from './WorkloadContext';

export interface StartWorkloadsOptions {
  client: KubernetesClient;
  images: Images;
  /** A folder for this cluster's pods alone. */
  state: StateFolder;
  signal: AbortSignal;
  log: (line: string) => void;
  /** @default one worker, `<cluster>-worker-0` */
  nodes?: NodePlan[];
  /** Kubernetes version of the nodes. @default 'v1.36.3' */
  version?: string;
  /** How long a crashing container waits. @default 10 s, doubling to 5 min */
  backOff?: { firstMs: number; maxMs: number };
  now?: () => Date;
}

/** The running workloads of one cluster. */
export interface Workloads {
  /** Adds and removes nodes, and lets them be of another version. */
  reshape(shape: NodeShape): Promise<void>;
  /** Where the ports of its pods really are. */
  network: PodNetwork;
  /** For the API server's log endpoint. */
  podLogs: (request: PodLogRequest) => AsyncIterable<string>;
  namespacesWithPods(): string[];
  /** Lets the containers of a namespace crash at start, or run again. */
  setCrashing(namespace: string, crashing: boolean): void;
  /** Resolves after `signal` aborted and every process has ended. */
  stopped: Promise<void>;
}

const VERSION = 'v1.36.3';
const KUBELET_BACK_OFF = { firstMs: 10_000, maxMs: 300_000 };

/** Everything that makes a cluster run pods: scheduler, controllers, kubelet. */
export async function startWorkloads(
  options: StartWorkloadsOptions,
): Promise<Workloads> {
  const { client, images, state, signal, log } = options;
  const { now = () => new Date(), backOff = KUBELET_BACK_OFF } = options;
  const plans: NodePlan[] = options.nodes ?? [
    { name: `${client.name}-worker-0`, role: 'worker' },
  ];

  const watch = <T extends KubernetesObject>(resource: KubernetesResource) =>
    Informer.start<T>({ client, resource, signal });
  const cache: WorkloadCache = {
    nodes: watch(resources.nodes),
    pods: watch(resources.pods),
    replicaSets: watch(resources.replicaSets),
    deployments: watch(resources.deployments),
    services: watch(resources.services),
    endpointSlices: watch(resources.endpointSlices),
    configMaps: watch(resources.configMaps),
    secrets: watch(resources.secrets),
  };
  const context: WorkloadContext = { client, cache, signal, log, now };
  const version = options.version ?? VERSION;
  const nodes = await Nodes.start({ context, plans, version });
  const isOurs = (name: string | undefined) => nodes.has(name);
  await Promise.all(Object.values(cache).map(informer => informer.synced));

  const network = PodNetwork.create();
  const folder = state.folder('pods');
  const crashes = CrashSwitch.create();
  const { logs, stopped } = startKubelet({
    context,
    isOurs,
    images,
    network,
    folder,
    backOff,
    crashes,
  });
  startScheduler(context, isOurs);
  startReplicaSets(context);
  startDeployments(context);
  startEndpointSlices(context);

  return {
    reshape: next => nodes.reshape(next),
    network,
    podLogs: request => logs.read(request),
    namespacesWithPods: () => [
      ...new Set(cache.pods.list().map(pod => pod.metadata.namespace!)),
    ],
    setCrashing: (namespace, crashing) => crashes.set(namespace, crashing),
    stopped,
  };
}
