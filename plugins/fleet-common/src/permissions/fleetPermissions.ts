import { createPermission } from '@backstage/plugin-permission-common';

/** Resource type of items; conditional rules: `isOwner`, `inCluster`, `inNamespace`. @public */
export const RESOURCE_TYPE_FLEET_ITEM = 'fleet-item';

/** To see an item, its finding, and the incidents it is a member of. @public */
export const fleetItemReadPermission = createPermission({
  name: 'fleet.item.read',
  attributes: { action: 'read' },
  resourceType: RESOURCE_TYPE_FLEET_ITEM,
});

/** To see which clusters the fleet knows, and how old what it knows is. @public */
export const fleetSourceReadPermission = createPermission({
  name: 'fleet.source.read',
  attributes: { action: 'read' },
});

/** Permissions of the read side. @public */
export const fleetPermissions = [
  fleetItemReadPermission,
  fleetSourceReadPermission,
];
