import { createBackendModule } from '@backstage/backend-plugin-api';
import { fleetDomainsExtensionPoint } from '@slipway/backstage-plugin-fleet-node';

/** Brings clusters into the fleet. @public */
export const fleetModuleClusters = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'clusters',
  register(env) {
    env.registerInit({
      deps: { domains: fleetDomainsExtensionPoint },
      async init({ domains }) {
        domains.addDomain({
          // By the package's name: built files have other endings.
          module: require.resolve(
            '@slipway/backstage-plugin-fleet-backend-module-clusters/domain',
          ),
        });
      },
    });
  },
});
