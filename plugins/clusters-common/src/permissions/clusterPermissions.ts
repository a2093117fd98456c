import { createPermission } from '@backstage/plugin-permission-common';

/**
 * To provision a cluster and to see what a cloud offers for it. Whose it becomes
 * is checked besides.
 *
 * @public
 */
export const clusterCreatePermission = createPermission({
  name: 'slipway.cluster.create',
  attributes: { action: 'create' },
});

/**
 * To resize, upgrade and register a cluster of one's own group, and to change its
 * node groups.
 *
 * @public
 */
export const clusterUpdatePermission = createPermission({
  name: 'slipway.cluster.update',
  attributes: { action: 'update' },
});

/** To delete a cluster of one's own group. @public */
export const clusterDeletePermission = createPermission({
  name: 'slipway.cluster.delete',
  attributes: { action: 'delete' },
});

/** All of the above, for what lists or registers permissions. @public */
export const clusterPermissions = [
  clusterCreatePermission,
  clusterUpdatePermission,
  clusterDeletePermission,
];
