import { StoredObject } from '../types';
import { ageColumn, nameColumn, wide } from './commonColumns';
import { formatDuration } from './formatAge';
import { TableColumn } from './TableColumn';

interface ContainerState {
  waiting?: { reason?: string };
  running?: object;
  terminated?: {
    reason?: string;
    exitCode?: number;
    signal?: number;
    finishedAt?: string;
  };
}

interface ContainerStatus {
  name: string;
  ready: boolean;
  started?: boolean;
  restartCount: number;
  state?: ContainerState;
  lastState?: ContainerState;
}

interface Pod extends StoredObject {
  spec: {
    containers: { name: string }[];
    initContainers?: { name: string; restartPolicy?: string }[];
    nodeName?: string;
    readinessGates?: { conditionType: string }[];
  };
  status: {
    phase?: string;
    reason?: string;
    podIP?: string;
    podIPs?: { ip: string }[];
    nominatedNodeName?: string;
    conditions?: { type: string; status: string; reason?: string }[];
    containerStatuses?: ContainerStatus[];
    initContainerStatuses?: ContainerStatus[];
  };
}

/** What kubectl shows of a pod. */
export const podColumns: TableColumn[] = [
  nameColumn,
  { name: 'Ready', cell: object => summarize(object as Pod).ready },
  { name: 'Status', cell: object => summarize(object as Pod).reason },
  {
    name: 'Restarts',
    cell: (object, now) => {
      const { restarts, lastRestart } = summarize(object as Pod);
      return restarts > 0 && lastRestart
        ? `${restarts} (${formatDuration(
            now.getTime() - Date.parse(lastRestart),
          )} ago)`
        : String(restarts);
    },
  },
  ageColumn,
  wide({
    name: 'IP',
    cell: object => {
      const { podIP, podIPs } = statusOf(object);
      return podIPs?.[0]?.ip ?? podIP ?? '<none>';
    },
  }),
  wide({
    name: 'Node',
    cell: object => (object as Pod).spec.nodeName || '<none>',
  }),
  wide({
    name: 'Nominated Node',
    cell: object => statusOf(object).nominatedNodeName ?? '<none>',
  }),
  wide({
    name: 'Readiness Gates',
    cell: object => {
      const gates = (object as Pod).spec.readinessGates ?? [];
      const met = gates.filter(({ conditionType }) =>
        statusOf(object).conditions?.some(
          ({ type, status }) => type === conditionType && status === 'True',
        ),
      );
      return gates.length > 0 ? `${met.length}/${gates.length}` : '<none>';
    },
  }),
];

function statusOf(object: StoredObject): Pod['status'] {
  return (object as Pod).status ?? {};
}

/** The one word for a pod's state, found the way kubectl users know it. */
function summarize(pod: Pod) {
  const status = statusOf(pod);
  const statuses = status.containerStatuses ?? [];
  const initStatuses = status.initContainerStatuses ?? [];
  const isReady = status.conditions?.some(
    ({ type, status: value }) => type === 'Ready' && value === 'True',
  );
  const initializing = initReason(pod, initStatuses);
  const counted = initializing ? initStatuses : statuses;
  const restarts = counted.reduce((sum, one) => sum + one.restartCount, 0);
  const lastRestart = counted
    .flatMap(({ lastState }) => lastState?.terminated?.finishedAt ?? [])
    .sort()
    .at(-1);

  let reason = status.reason || status.phase || '';
  if (
    status.conditions?.some(
      ({ type, reason: why }) =>
        type === 'PodScheduled' && why === 'SchedulingGated',
    )
  ) {
    reason = 'SchedulingGated';
  }
  if (initializing) {
    reason = initializing;
  } else {
    let hasRunning = false;
    for (const one of [...statuses].reverse()) {
      const { waiting, terminated, running } = one.state ?? {};
      if (waiting?.reason) {
        reason = waiting.reason;
      } else if (terminated) {
        reason = terminatedReason(terminated);
      } else if (one.ready && running) {
        hasRunning = true;
      }
    }
    if (reason === 'Completed' && hasRunning) {
      reason = isReady ? 'Running' : 'NotReady';
    }
  }
  if (pod.metadata.deletionTimestamp) {
    if (status.reason === 'NodeLost') {
      reason = 'Unknown';
    } else if (status.phase !== 'Succeeded' && status.phase !== 'Failed') {
      reason = 'Terminating';
    }
  }
  const ready = statuses.filter(one => one.ready && one.state?.running).length;
  return {
    ready: `${ready}/${pod.spec.containers.length}`,
    reason,
    restarts,
    lastRestart,
  };
}

function initReason(pod: Pod, statuses: ContainerStatus[]): string | undefined {
  const containers = pod.spec.initContainers ?? [];
  for (const [index, one] of statuses.entries()) {
    const isSidecar =
      containers.find(({ name }) => name === one.name)?.restartPolicy ===
      'Always';
    const { terminated, waiting } = one.state ?? {};
    if (terminated?.exitCode === 0 || (isSidecar && one.started)) {
      continue;
    }
    if (terminated) {
      return `Init:${terminatedReason(terminated)}`;
    }
    if (waiting?.reason && waiting.reason !== 'PodInitializing') {
      return `Init:${waiting.reason}`;
    }
    return `Init:${index}/${containers.length}`;
  }
  return undefined;
}

function terminatedReason({
  reason,
  signal,
  exitCode,
}: NonNullable<ContainerState['terminated']>): string {
  return reason || (signal ? `Signal:${signal}` : `ExitCode:${exitCode}`);
}
