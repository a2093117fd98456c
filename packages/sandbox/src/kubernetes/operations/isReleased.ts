import { StoredObject } from '../types';

/** Whether a deleted object has nothing left to wait for. */
export function isReleased({ metadata, spec }: StoredObject): boolean {
  const { finalizers } = (spec ?? {}) as { finalizers?: string[] };
  return (
    metadata.deletionTimestamp !== undefined &&
    !metadata.finalizers?.length &&
    !metadata.deletionGracePeriodSeconds &&
    !finalizers?.length
  );
}
