import { createPermissionResourceRef } from '@backstage/plugin-permission-node';
import { RESOURCE_TYPE_FLEET_ITEM } from '@slipway/backstage-plugin-fleet-common';
import { ItemScope, ItemScopeFilter } from './ItemScope';

/** Items of the fleet as a resource of permissions. */
export const fleetItemResourceRef = createPermissionResourceRef<
  ItemScope,
  ItemScopeFilter
>().with({ pluginId: 'fleet', resourceType: RESOURCE_TYPE_FLEET_ITEM });
