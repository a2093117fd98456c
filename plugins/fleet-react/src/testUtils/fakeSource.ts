import {
  clusterSourceId,
  ServedSource,
} from '@slipway/backstage-plugin-fleet-common';

/**
 * A cluster that answers, unless said otherwise.
 *
 * @public
 */
export function fakeSource(
  name: string,
  parts: Partial<ServedSource> = {},
): ServedSource {
  return {
    id: clusterSourceId(name),
    kind: 'cluster',
    name,
    state: 'live',
    reachable: true,
    since: '2026-01-05T08:00:00Z',
    resources: [],
    ...parts,
  };
}
