import os from 'node:os';
import { KubernetesApiError, resources, timestamp } from '../../client';
import { NodeObject } from '../types';
import { WorkloadContext } from '../WorkloadContext';

const HEARTBEAT_MS = 60_000;
export const NODE_ADDRESS = '127.0.0.1';
const VERSION = 'v1.36.3';

/** Registers this machine as a cluster's one node and keeps it Ready. */
export async function startNode(
  context: WorkloadContext,
  name: string,
): Promise<void> {
  const { client, log, now, signal } = context;

  async function beat(): Promise<void> {
    const existing = await client.get<NodeObject>(resources.nodes, name);
    const node =
      existing ?? (await client.create(resources.nodes, nodeObject(name)));
    const status = nodeStatus(node, timestamp(now()));
    await client.patch(
      resources.nodes,
      name,
      { status },
      { subresource: 'status' },
    );
  }

  const timer = setInterval(
    () =>
      beat().catch(error => {
        // A stalled or stopped API server is not news; it beats again later.
        if (error instanceof KubernetesApiError) {
          log(`${client.name}: node ${name}: ${error.message}`);
        }
      }),
    HEARTBEAT_MS,
  );
  timer.unref();
  signal.addEventListener('abort', () => clearInterval(timer));
  await beat();
}

function nodeObject(name: string): NodeObject {
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name,
      labels: {
        'kubernetes.io/hostname': name,
        'kubernetes.io/os': 'linux',
        'kubernetes.io/arch': architecture(),
        'node-role.kubernetes.io/worker': '',
      },
    },
    spec: {},
  };
}

function nodeStatus(node: NodeObject, at: string) {
  const size = {
    cpu: String(os.cpus().length),
    memory: `${Math.floor(os.totalmem() / 1024)}Ki`,
    pods: '110',
    'ephemeral-storage': '50Gi',
  };
  const id = node.metadata.uid ?? '';
  return {
    capacity: size,
    allocatable: size,
    addresses: [
      { type: 'InternalIP', address: NODE_ADDRESS },
      { type: 'Hostname', address: node.metadata.name },
    ],
    nodeInfo: {
      architecture: architecture(),
      operatingSystem: 'linux',
      osImage: 'Slipway sandbox',
      kernelVersion: os.release(),
      kubeletVersion: VERSION,
      kubeProxyVersion: '',
      containerRuntimeVersion: `node://${process.versions.node}`,
      machineID: id.replaceAll('-', ''),
      systemUUID: id,
      bootID: id,
    },
    conditions: [
      [
        'MemoryPressure',
        'KubeletHasSufficientMemory',
        'kubelet has sufficient memory available',
      ],
      [
        'DiskPressure',
        'KubeletHasNoDiskPressure',
        'kubelet has no disk pressure',
      ],
      [
        'PIDPressure',
        'KubeletHasSufficientPID',
        'kubelet has sufficient PID available',
      ],
      ['Ready', 'KubeletReady', 'kubelet is posting ready status'],
    ].map(([type, reason, message]) => {
      const status = type === 'Ready' ? 'True' : 'False';
      const before = node.status?.conditions?.find(c => c.type === type);
      return {
        type,
        status,
        reason,
        message,
        lastHeartbeatTime: at,
        lastTransitionTime:
          before?.status === status ? before.lastTransitionTime : at,
      };
    }),
  };
}

function architecture(): string {
  return os.arch() === 'x64' ? 'amd64' : os.arch();
}
