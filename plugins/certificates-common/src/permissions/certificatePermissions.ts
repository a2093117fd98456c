import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_FLEET_ITEM } from '@slipway/backstage-plugin-fleet-common';

/** To ask cert-manager for a new certificate now. @public */
export const certificateRenewPermission = createPermission({
  name: 'certificates.certificate.renew',
  attributes: { action: 'update' },
  resourceType: RESOURCE_TYPE_FLEET_ITEM,
});

/** Permissions of the certificates domain. @public */
export const certificatePermissions = [certificateRenewPermission];
