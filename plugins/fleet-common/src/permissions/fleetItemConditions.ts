import {
  AuthorizeResult,
  ConditionalPolicyDecision,
  PermissionCondition,
  PermissionCriteria,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_FLEET_ITEM } from './fleetPermissions';

/** Condition on an item of the fleet. @public */
export type FleetItemCondition = PermissionCondition<
  typeof RESOURCE_TYPE_FLEET_ITEM
>;

/**
 * Conditions for policies: whose an item is, in which cluster, in which namespace.
 *
 * @public
 */
export const fleetItemConditions = {
  /** The item belongs to one of these groups, by the platform's own marks. */
  isOwner(params: { owners: string[] }): FleetItemCondition {
    return condition('IS_OWNER', params);
  },
  /** The item is in one of these clusters. */
  inCluster(params: { clusters: string[] }): FleetItemCondition {
    return condition('IN_CLUSTER', params);
  },
  /** The item is in a namespace of one of these names, in whichever cluster. */
  inNamespace(params: { namespaces: string[] }): FleetItemCondition {
    return condition('IN_NAMESPACE', params);
  },
};

/** The decision of a policy that allows some items only. @public */
export function createFleetItemConditionalDecision(
  permission: ResourcePermission<typeof RESOURCE_TYPE_FLEET_ITEM>,
  conditions: PermissionCriteria<FleetItemCondition>,
): ConditionalPolicyDecision {
  return {
    result: AuthorizeResult.CONDITIONAL,
    pluginId: 'fleet',
    resourceType: permission.resourceType,
    conditions,
  };
}

function condition(
  rule: string,
  params: Record<string, string[]>,
): FleetItemCondition {
  return { rule, resourceType: RESOURCE_TYPE_FLEET_ITEM, params };
}
