import {
  formatItemRef,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';

/**
 * An item of a domain `things`, healthy unless said otherwise.
 *
 * @public
 */
export function fakeItem<Details = unknown>(
  name: string,
  parts: Partial<ServedItem<Details>> = {},
): ServedItem<Details> {
  const ref = {
    domain: 'things',
    cluster: 'dev-1',
    namespace: 'shop-dev',
    name,
    ...parts.ref,
  };
  return {
    status: 'healthy',
    object: {
      scope: ref.cluster,
      kind: 'Thing',
      namespace: ref.namespace,
      name: ref.name,
    },
    impact: [],
    details: {} as Details,
    changedAt: '2026-01-05T10:00:00Z',
    ...parts,
    ref,
    id: formatItemRef(ref),
  };
}
