import {
  discoveryApiRef,
  fetchApiRef,
  useApi,
  useApiHolder,
} from '@backstage/frontend-plugin-api';
import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { FleetClient } from '@slipway/backstage-plugin-fleet-common';
import { FleetApi } from './FleetApi';
import { fleetApiRef } from './fleetApiRef';

/**
 * The one way of this tab to the fleet. No plugin has to provide it, so many
 * domain plugins, old apps and copies of this package share it without a
 * conflict of API factories.
 *
 * @public
 */
export function useFleetApi(): FleetApi {
  const given = useApiHolder().get(fleetApiRef);
  const discoveryApi = useApi(discoveryApiRef);
  const fetchApi = useApi(fetchApiRef);
  const shared = getOrCreateGlobalSingleton(
    'slipway-fleet-apis',
    () => new WeakMap<object, FleetApi>(),
  );

  if (given) {
    return given;
  }
  let api = shared.get(fetchApi);
  if (!api) {
    api = FleetClient.create({ discoveryApi, fetchApi });
    shared.set(fetchApi, api);
  }
  return api;
}
