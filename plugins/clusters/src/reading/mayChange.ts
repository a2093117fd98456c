import { ClusterDetails } from '@slipway/backstage-plugin-clusters-common';

/**
 * Whether Magnum would take a change of a cluster or its node groups as it is
 * now: only its own, and one at a time.
 */
export function mayChange(
  details: Pick<ClusterDetails, 'kind' | 'phase' | 'uuid' | 'watchOnly'>,
): boolean {
  const { kind, phase = '', uuid, watchOnly } = details;
  const isOurs = kind === 'magnum' && uuid !== undefined && !watchOnly;
  const isThere = !phase.startsWith('CREATE_F') && !phase.startsWith('DELETE_');

  return isOurs && isThere && !phase.endsWith('_IN_PROGRESS');
}
