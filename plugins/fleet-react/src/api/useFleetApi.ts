import { useApiHolder } from '@backstage/frontend-plugin-api';
import { FleetApi } from './FleetApi';
import { fleetApiOf } from './fleetApiOf';

/**
 * The one way of this tab to the fleet. No plugin has to provide it, so many
 * domain plugins, old apps and copies of this package share it without a
 * conflict of API factories.
 *
 * @public
 */
export function useFleetApi(): FleetApi {
  return fleetApiOf(useApiHolder());
}
