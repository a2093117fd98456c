import { ServedIncident } from '@slipway/backstage-plugin-fleet-common';
import { fakeFinding } from './fakeFinding';

/**
 * An open incident with one member, `a`.
 *
 * @public
 */
export function fakeIncident(
  id: string,
  parts: Partial<ServedIncident> = {},
): ServedIncident {
  const { cause, status, title, advice, says, evidence, root } = fakeFinding();
  return {
    id,
    cause,
    status,
    title,
    advice,
    says,
    evidence,
    root,
    openedAt: '2026-01-05T09:14:00Z',
    memberCount: 1,
    visible: [
      { id: 'things/dev-1/shop-dev/a', name: 'a', status, impact: ['a.test'] },
    ],
    hidden: 0,
    impact: ['a.test'],
    impactTotal: 1,
    domains: ['things'],
    clusters: ['dev-1'],
    owners: ['group:default/storefront'],
    services: ['shop'],
    ...parts,
  };
}
