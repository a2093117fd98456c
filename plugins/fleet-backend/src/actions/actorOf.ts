import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { textOf } from '@slipway/backstage-plugin-fleet-node';

/**
 * Who called an action, for the audit: there is no request from which the
 * auditor could tell.
 */
export function actorOf({ principal }: BackstageCredentials): string {
  return (
    textOf(principal, 'userEntityRef') ??
    textOf(principal, 'subject') ??
    'unknown'
  );
}
