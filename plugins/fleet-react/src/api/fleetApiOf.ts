import {
  ApiHolder,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/frontend-plugin-api';
import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { FleetClient } from '@slipway/backstage-plugin-fleet-common';
import { FleetApi } from './FleetApi';
import { fleetApiRef } from './fleetApiRef';

/**
 * What {@link useFleetApi} gives, where there is no component to ask from.
 *
 * @public
 */
export function fleetApiOf(apis: ApiHolder): FleetApi {
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
