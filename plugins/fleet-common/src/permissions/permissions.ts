import { createPermission } from '@backstage/plugin-permission-common';

/** To create a service. Whose it becomes is checked besides: one's own group. @public */
export const serviceCreatePermission = createPermission({
  name: 'slipway.service.create',
  attributes: { action: 'create' },
});

/** To act for every group and on what belongs to none: platform engineers. @public */
export const platformWritePermission = createPermission({
  name: 'slipway.platform.write',
  attributes: { action: 'update' },
});

/** @public */
export const slipwayPermissions = [
  serviceCreatePermission,
  platformWritePermission,
];
