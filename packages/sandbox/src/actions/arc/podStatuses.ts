import { timestamp } from '../../client';

interface PodContainer {
  name: string;
  image: string;
}

const CONDITIONS = ['Initialized', 'Ready', 'ContainersReady', 'PodScheduled'];

/** The status of a pod whose container runs since now. */
export function runningStatus(container: PodContainer, now: Date) {
  const at = timestamp(now);
  return {
    phase: 'Running',
    startTime: at,
    hostIP: '127.0.0.1',
    podIP: '127.0.0.1',
    conditions: CONDITIONS.map(type => ({
      type,
      status: 'True',
      lastTransitionTime: at,
    })),
    containerStatuses: [
      {
        ...containerStatus(container, true),
        state: { running: { startedAt: at } },
      },
    ],
  };
}

/** The status of a pod whose container has ended well. */
export function succeededStatus(container: PodContainer, now: Date) {
  return {
    phase: 'Succeeded',
    containerStatuses: [
      {
        ...containerStatus(container, false),
        state: {
          terminated: {
            exitCode: 0,
            reason: 'Completed',
            finishedAt: timestamp(now),
          },
        },
      },
    ],
  };
}

function containerStatus({ name, image }: PodContainer, running: boolean) {
  return {
    name,
    image,
    imageID: '',
    ready: running,
    started: running,
    restartCount: 0,
  };
}
