import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  FleetDirectory,
  fleetDirectoryServiceRef,
  fleetDomainsExtensionPoint,
  fleetRowSourcesExtensionPoint,
  RowSource,
} from '@slipway/backstage-plugin-fleet-node';

/** Brings the domain of ships and a source of them. */
export function shipsModule(options: {
  source: RowSource;
  /** Told of the directory that other plugins see. */
  onDirectory?(directory: FleetDirectory): void;
}) {
  return createBackendModule({
    pluginId: 'fleet',
    moduleId: 'ships',
    register(env) {
      env.registerInit({
        deps: {
          directory: fleetDirectoryServiceRef,
          domains: fleetDomainsExtensionPoint,
          sources: fleetRowSourcesExtensionPoint,
        },
        async init({ directory, domains, sources }) {
          domains.addDomain({ module: require.resolve('./domain') });
          sources.addRowSource(options.source);
          options.onDirectory?.(directory);
        },
      });
    },
  });
}
