import os from 'node:os';
import { NodeObject } from '../types';
import { architecture } from './nodeSpec';

/** Where everything really is. */
export const NODE_ADDRESS = '127.0.0.1';

/** By which the nodes of this machine are known from others. */
export const OS_IMAGE = 'Slipway sandbox';

const CONDITIONS = [
  [
    'MemoryPressure',
    'KubeletHasSufficientMemory',
    'kubelet has sufficient memory available',
  ],
  ['DiskPressure', 'KubeletHasNoDiskPressure', 'kubelet has no disk pressure'],
  [
    'PIDPressure',
    'KubeletHasSufficientPID',
    'kubelet has sufficient PID available',
  ],
  ['Ready', 'KubeletReady', 'kubelet is posting ready status'],
];

/** What the kubelet of a node posts: this machine, and that all is well. */
export function nodeStatus(
  node: NodeObject,
  { version, at }: { version: string; at: string },
) {
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
      osImage: OS_IMAGE,
      kernelVersion: os.release(),
      kubeletVersion: version,
      kubeProxyVersion: '',
      containerRuntimeVersion: `node://${process.versions.node}`,
      machineID: id.replaceAll('-', ''),
      systemUUID: id,
      bootID: id,
    },
    conditions: CONDITIONS.map(([type, reason, message]) => {
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
