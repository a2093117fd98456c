import { Container, ContainerStatus } from '../types';

/**
 * The status with which a container begins, given what the API knows from a former
 * life of the sandbox. If it ran then, nobody saw it end: that is what a node says
 * after it was switched off.
 */
export function firstStatus(
  { name, image }: Container,
  before: ContainerStatus | undefined,
  at: string,
): ContainerStatus {
  const fresh: ContainerStatus = {
    name,
    image,
    imageID: '',
    ready: false,
    started: false,
    restartCount: 0,
    state: { waiting: { reason: 'ContainerCreating' } },
    lastState: {},
  };
  const { running, terminated } = before?.state ?? {};
  const lost = running && {
    exitCode: 255,
    reason: 'Unknown',
    startedAt: running.startedAt,
    finishedAt: at,
    containerID: before?.containerID,
  };
  const last = terminated ?? lost ?? before?.lastState.terminated;
  return before && last
    ? {
        ...fresh,
        restartCount: before.restartCount + 1,
        lastState: { terminated: last },
      }
    : fresh;
}
