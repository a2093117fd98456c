import { Condition } from '../../client';
import { Container, ContainerStatus, Pod, PodStatus } from '../types';

export interface PodStatusOptions {
  pod: Pod;
  containers: ContainerStatus[];
  initContainers: ContainerStatus[];
  podIp?: string;
  nodeIp: string;
  at: string;
}

/** The status that follows from a pod's containers. */
export function podStatus(options: PodStatusOptions): PodStatus {
  const { pod, containers, initContainers, podIp, nodeIp, at } = options;
  const phase = phaseOf(options);
  return {
    observedGeneration: pod.metadata.generation,
    phase,
    conditions: conditionsOf(options, phase),
    hostIP: nodeIp,
    hostIPs: [{ ip: nodeIp }],
    podIP: podIp,
    podIPs: podIp ? [{ ip: podIp }] : undefined,
    startTime: pod.status?.startTime ?? at,
    initContainerStatuses: initContainers.length ? initContainers : undefined,
    containerStatuses: containers,
    qosClass: pod.status?.qosClass ?? qosClass(pod.spec.containers),
  };
}

function phaseOf(options: PodStatusOptions): PodStatus['phase'] {
  const { pod, containers, initContainers } = options;
  const policy = pod.spec.restartPolicy ?? 'Always';
  const failed = initContainers.some(
    c => c.state.terminated && c.state.terminated.exitCode !== 0,
  );
  if (failed && policy === 'Never') {
    return 'Failed';
  }
  if (initContainers.some(c => c.state.terminated?.exitCode !== 0)) {
    return 'Pending';
  }
  if (containers.some(c => c.state.waiting && !c.lastState.terminated)) {
    return 'Pending';
  }
  const stopped = containers.every(c => !c.state.running);
  if (!stopped || policy === 'Always') {
    return 'Running';
  }
  const codes = containers.map(
    c => (c.state.terminated ?? c.lastState.terminated)!.exitCode,
  );
  if (codes.every(code => code === 0)) {
    return 'Succeeded';
  }
  return policy === 'Never' ? 'Failed' : 'Running';
}

function conditionsOf(
  options: PodStatusOptions,
  phase: PodStatus['phase'],
): Condition[] {
  const { pod, containers, initContainers, podIp, at } = options;
  const done = initContainers.every(c => c.state.terminated?.exitCode === 0);
  const unready = containers.filter(c => !c.ready).map(c => c.name);
  let readiness: Partial<Condition> = { status: 'True' };
  if (phase === 'Succeeded') {
    readiness = { status: 'False', reason: 'PodCompleted' };
  } else if (phase === 'Failed') {
    readiness = { status: 'False', reason: 'PodFailed' };
  } else if (unready.length) {
    readiness = {
      status: 'False',
      reason: 'ContainersNotReady',
      message: `containers with unready status: [${unready.join(' ')}]`,
    };
  }
  const waiting = initContainers
    .filter(c => c.state.terminated?.exitCode !== 0)
    .map(c => c.name);
  const wanted: Partial<Condition>[] = [
    { type: 'PodReadyToStartContainers', status: podIp ? 'True' : 'False' },
    done
      ? { type: 'Initialized', status: 'True' }
      : {
          type: 'Initialized',
          status: 'False',
          reason: 'ContainersNotInitialized',
          message: `containers with incomplete status: [${waiting.join(' ')}]`,
        },
    { type: 'Ready', ...readiness },
    { type: 'ContainersReady', ...readiness },
    { type: 'PodScheduled', status: 'True' },
  ];
  return wanted.map(condition => {
    const before = pod.status?.conditions?.find(c => c.type === condition.type);
    return {
      ...(condition as Condition),
      observedGeneration: pod.metadata.generation,
      lastTransitionTime:
        before?.status === condition.status ? before?.lastTransitionTime : at,
    };
  });
}

function qosClass(containers: Container[]): string {
  const kinds = ['cpu', 'memory'];
  const asks = containers.some(
    c => c.resources?.requests ?? c.resources?.limits,
  );
  const guaranteed = containers.every(c =>
    kinds.every(kind => {
      const limit = c.resources?.limits?.[kind];
      return limit && limit === (c.resources?.requests?.[kind] ?? limit);
    }),
  );
  if (guaranteed) {
    return 'Guaranteed';
  }
  return asks ? 'Burstable' : 'BestEffort';
}
