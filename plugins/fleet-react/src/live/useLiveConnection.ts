import { getOrCreateGlobalSingleton } from '@backstage/version-bridge';
import { FleetApi, useFleetApi } from '../api';
import { LiveConnection } from './LiveConnection';

/** The one stream of this tab, whichever plugin asks. */
export function useLiveConnection(): LiveConnection {
  const api = useFleetApi();
  const shared = getOrCreateGlobalSingleton(
    'slipway-fleet-connections',
    () => new WeakMap<FleetApi, LiveConnection>(),
  );
  let connection = shared.get(api);
  if (!connection) {
    connection = LiveConnection.create({ api });
    shared.set(api, connection);
  }
  return connection;
}
