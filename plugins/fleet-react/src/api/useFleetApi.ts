import {
  discoveryApiRef,
  fetchApiRef,
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
  const apis = useApiHolder();
  const given = apis.get(fleetApiRef);
  if (given) {
    return given;
  }

  const discoveryApi = apis.get(discoveryApiRef);
  const fetchApi = apis.get(fetchApiRef);
  if (!discoveryApi || !fetchApi) {
    throw new Error('The fleet is asked outside of a Backstage app');
  }
  const shared = getOrCreateGlobalSingleton(
    'slipway-fleet-apis',
    () => new WeakMap<object, FleetApi>(),
  );
  let api = shared.get(fetchApi);
  if (!api) {
    api = FleetClient.create({ discoveryApi, fetchApi });
    shared.set(fetchApi, api);
  }
  return api;
}
