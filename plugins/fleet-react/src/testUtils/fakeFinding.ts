import { Finding } from '@slipway/backstage-plugin-fleet-common';

/**
 * A finding that says why a thing fails.
 *
 * @public
 */
export function fakeFinding(parts: Partial<Finding> = {}): Finding {
  return {
    cause: 'thing.broken',
    status: 'failing',
    title: 'The thing is broken',
    advice: 'Mend the thing.',
    says: 'no such thing',
    evidence: {
      scope: 'dev-1',
      kind: 'Part',
      namespace: 'shop-dev',
      name: 'part-1',
    },
    root: 'dev-1/Maker/shop-dev/maker',
    ...parts,
  };
}
