import { ClusterCredentials } from '@slipway/backstage-plugin-fleet-node';

/** A token as credentials. */
export function bearer(token: string): ClusterCredentials {
  return { headers: { authorization: `Bearer ${token}` } };
}
