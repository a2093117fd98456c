import { MagnumCluster } from '@slipway/backstage-plugin-openstack-node';
import { waitUntil } from '@slipway/backstage-plugin-fleet-node';
import { Errand, findCluster } from '../errands';
import { kindOfStatus } from './kindOfStatus';

const TAKEN_WITHIN_MS = 30_000;

/**
 * Magnum says yes before it does anything. Whoever looked in between would take
 * the old state for the end.
 */
export async function waitUntilTaken(
  errand: Errand,
  before: MagnumCluster,
): Promise<void> {
  await waitUntil({
    timeoutMs: TAKEN_WITHIN_MS,
    log: errand.log,
    signal: errand.signal,
    clock: errand.clock,
    async look() {
      const now = await findCluster(errand, before.uuid);
      const isTaken =
        !now ||
        now.updated_at !== before.updated_at ||
        kindOfStatus(now.status) === 'in-progress';
      return isTaken
        ? { result: undefined }
        : { progress: `Cluster ${before.name}: Magnum has accepted it` };
    },
  });
}
