import { ClusterEvent } from './clusterEvents';

const CHANGES: readonly unknown[] = ['created', 'updated', 'deleted'];

/** The payload of an event, `undefined` when it is something else. @public */
export function readClusterEvent(payload: unknown): ClusterEvent | undefined {
  const event = (payload ?? {}) as Partial<ClusterEvent>;
  return typeof event.cloud === 'string' &&
    typeof event.uuid === 'string' &&
    CHANGES.includes(event.change)
    ? (event as ClusterEvent)
    : undefined;
}
