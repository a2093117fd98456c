import { ActionContext } from '@backstage/plugin-scaffolder-node';
import { clusterUpdatePermission } from '@slipway/backstage-plugin-clusters-common';
import { isTokenExpired } from '@slipway/backstage-plugin-fleet-node';
import { JsonObject } from '@backstage/types';
import { RegistrationRight } from '../clusters';
import { ArgocdActionOptions } from './ArgocdActionOptions';

export interface AuthorizeRegistrationOptions {
  owner: string;
  /** Whether nothing is going to be changed. */
  plan: boolean;
}

/**
 * What the initiator of a task may register for an owner. A cluster may take longer
 * to make than their token lasts: then what was ordered may still be registered.
 *
 * @throws NotAllowedError for who may not
 */
export async function authorizeRegistration(
  options: Pick<ArgocdActionOptions, 'authorizer' | 'hubs'>,
  ctx: Pick<ActionContext<JsonObject>, 'getInitiatorCredentials'>,
  { owner, plan }: AuthorizeRegistrationOptions,
): Promise<RegistrationRight> {
  try {
    await options.authorizer.authorize({
      credentials: await ctx.getInitiatorCredentials(),
      permission: clusterUpdatePermission,
      owner,
    });
    return 'as-asked';
  } catch (error) {
    // An order does not say for which hub it is.
    const isObvious = options.hubs.names().length === 1;
    if (!plan && isObvious && isTokenExpired(error)) {
      return 'as-ordered';
    }
    throw error;
  }
}
