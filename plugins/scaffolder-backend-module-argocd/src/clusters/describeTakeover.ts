import { PlannedSecret } from './planRegistration';
import { describeSecret } from './registrations';

/** That a Secret of a deleted cluster becomes that of the new one. */
export function describeTakeover(planned: PlannedSecret): string[] {
  const { place, secret, takenOver } = planned;
  return takenOver
    ? [
        `The ${describeSecret(place, secret)} was left behind by the cluster ${
          takenOver.clusterId
        }, which Magnum does not have any more; the new cluster of that name takes it over`,
      ]
    : [];
}
