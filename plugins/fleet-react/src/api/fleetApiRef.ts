import { createApiRef } from '@backstage/frontend-plugin-api';
import { FleetApi } from './FleetApi';

/**
 * Replaces what {@link useFleetApi} makes by itself, in tests or in an app that
 * reaches the fleet another way.
 *
 * @public
 */
export const fleetApiRef = createApiRef<FleetApi>().with({
  id: 'plugin.fleet.api',
  pluginId: 'fleet',
});
