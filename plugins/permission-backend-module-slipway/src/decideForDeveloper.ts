import {
  catalogConditions,
  createCatalogConditionalDecision,
} from '@backstage/plugin-catalog-backend/alpha';
import {
  catalogEntityCreatePermission,
  catalogEntityDeletePermission,
  catalogEntityReadPermission,
  catalogEntityRefreshPermission,
  catalogEntityValidatePermission,
  catalogLocationAnalyzePermission,
  catalogLocationCreatePermission,
  catalogLocationReadPermission,
} from '@backstage/plugin-catalog-common/alpha';
import {
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
} from '@backstage/plugin-kubernetes-common';
import {
  AuthorizeResult,
  isPermission,
  isResourcePermission,
  Permission,
  PolicyDecision,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import {
  createScaffolderTaskConditionalDecision,
  scaffolderTaskConditions,
} from '@backstage/plugin-scaffolder-backend/alpha';
import {
  actionExecutePermission,
  taskCancelPermission,
  taskCreatePermission,
  taskReadPermission,
  templateParameterReadPermission,
  templateStepReadPermission,
} from '@backstage/plugin-scaffolder-common/alpha';
import {
  createFleetItemConditionalDecision,
  fleetItemConditions,
  fleetSourceReadPermission,
  RESOURCE_TYPE_FLEET_ITEM,
  serviceCreatePermission,
  serviceUpdatePermission,
} from '@slipway/backstage-plugin-fleet-common';
import { Caller } from './types';

/**
 * What developers may do whatever it is done to. The steps of a template check
 * for themselves whether the caller may do this to that team's things.
 *
 * Not here, and so denied: `kubernetes.proxy` (it reaches every object of every
 * cluster with the reader's token), `catalog.location.delete` (a location has
 * no owner; a service leaves the catalog when its catalog-info.yaml is removed
 * from its repository), dry runs of inline templates and template management,
 * and all that concerns whole clusters (`slipway.cluster.*`): they cost money,
 * and who administers one reads every Secret on it.
 */
const ALLOWED: readonly string[] = [
  catalogEntityReadPermission,
  catalogEntityCreatePermission,
  catalogEntityValidatePermission,
  catalogLocationReadPermission,
  catalogLocationCreatePermission,
  catalogLocationAnalyzePermission,
  actionExecutePermission,
  taskCreatePermission,
  templateParameterReadPermission,
  templateStepReadPermission,
  kubernetesClustersReadPermission,
  kubernetesResourcesReadPermission,
  serviceCreatePermission,
  serviceUpdatePermission,
  fleetSourceReadPermission,
].map(permission => permission.name);

/**
 * Which actions developers may do to items of the fleet that their teams own.
 * Operations of whichever domain are updates: they repair what is there. What
 * makes or deletes something has to be thought about.
 */
const ALLOWED_ON_OWN_ITEMS: readonly (string | undefined)[] = [
  'read',
  'update',
];

/** Decides for people outside the platform's own groups; what is unknown is denied. */
export function decideForDeveloper(
  permission: Permission,
  caller: Caller,
): PolicyDecision {
  if (ALLOWED.includes(permission.name)) {
    return { result: AuthorizeResult.ALLOW };
  }
  if (
    isPermission(permission, catalogEntityRefreshPermission) ||
    isPermission(permission, catalogEntityDeletePermission)
  ) {
    return createCatalogConditionalDecision(
      permission,
      catalogConditions.isEntityOwner({ claims: caller.ownershipRefs }),
    );
  }
  if (
    isPermission(permission, taskReadPermission) ||
    isPermission(permission, taskCancelPermission)
  ) {
    return createScaffolderTaskConditionalDecision(
      permission,
      scaffolderTaskConditions.isTaskOwner({ createdBy: [caller.userRef] }),
    );
  }
  if (
    isResourcePermission(permission, RESOURCE_TYPE_FLEET_ITEM) &&
    ALLOWED_ON_OWN_ITEMS.includes(permission.attributes.action)
  ) {
    return decideForOwnItems(permission, caller);
  }
  return { result: AuthorizeResult.DENY };
}

// Only groups own items, so who belongs to none sees nothing.
function decideForOwnItems(
  permission: ResourcePermission<typeof RESOURCE_TYPE_FLEET_ITEM>,
  { ownershipRefs }: Caller,
): PolicyDecision {
  const owners = ownershipRefs.filter(ref => ref.startsWith('group:')).sort();
  return owners.length === 0
    ? { result: AuthorizeResult.DENY }
    : createFleetItemConditionalDecision(
        permission,
        fleetItemConditions.isOwner({ owners }),
      );
}
