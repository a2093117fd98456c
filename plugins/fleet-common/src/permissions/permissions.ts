import { createPermission } from '@backstage/plugin-permission-common';

/** To create a service. Whose it becomes is checked besides: one's own group. @public */
export const serviceCreatePermission = createPermission({
  name: 'slipway.service.create',
  attributes: { action: 'create' },
});

/** To act on a service of one's own group: sync it, deploy to it. @public */
export const serviceUpdatePermission = createPermission({
  name: 'slipway.service.update',
  attributes: { action: 'update' },
});

/** To delete what a service of one's own group has deployed. @public */
export const serviceDeletePermission = createPermission({
  name: 'slipway.service.delete',
  attributes: { action: 'delete' },
});

/** To act for every group and on what belongs to none: platform engineers. @public */
export const platformWritePermission = createPermission({
  name: 'slipway.platform.write',
  attributes: { action: 'update' },
});

/** All of the above, for what lists or registers permissions. @public */
export const slipwayPermissions = [
  serviceCreatePermission,
  serviceUpdatePermission,
  serviceDeletePermission,
  platformWritePermission,
];
