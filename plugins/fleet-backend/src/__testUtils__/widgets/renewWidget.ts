import { createPermission } from '@backstage/plugin-permission-common';
import { RESOURCE_TYPE_FLEET_ITEM } from '@slipway/backstage-plugin-fleet-common';
import { Operation } from '@slipway/backstage-plugin-fleet-node';

/** An operation that a cluster without an operator's credentials cannot run. */
export const renewWidget: Operation = {
  id: 'renew',
  domain: 'widgets',
  title: 'Renew',
  permission: createPermission({
    name: 'widgets.widget.renew',
    attributes: { action: 'update' },
    resourceType: RESOURCE_TYPE_FLEET_ITEM,
  }),
  check: () => ({ outcome: 'allowed', effect: 'A new widget' }),
  command: ({ ref }) => `renew ${ref.name}`,
  run: async () => ({ outcome: 'done', message: 'renewed' }),
};
