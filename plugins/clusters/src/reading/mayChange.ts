import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';

/** What Magnum would take of a cluster, as it is now. */
export interface PossibleChanges {
  /** Resize, upgrade, and its node groups. */
  update: boolean;
  remove: boolean;
}

/** Only clusters of Magnum are changed, and one at a time. */
export function mayChange(
  details: Pick<ClusterDetails, 'kind' | 'phase' | 'uuid' | 'watchOnly'>,
): PossibleChanges {
  const { kind, phase = '', uuid, watchOnly } = details;
  const isOurs = kind === 'magnum' && uuid !== undefined && !watchOnly;
  const isThere = !phase.startsWith('CREATE_F') && !phase.startsWith('DELETE_');

  return {
    update: isOurs && isThere && !phase.endsWith('_IN_PROGRESS'),
    remove: isOurs && phase !== 'DELETE_IN_PROGRESS',
  };
}
