import { createBackendModule } from '@backstage/backend-plugin-api';
import { fleetDomainsExtensionPoint } from '@slipway/backstage-plugin-fleet-node';
import { renewOperation } from './operations/renewOperation';

/** Brings certificates into the fleet. @public */
export const fleetModuleCertificates = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'certificates',
  register(env) {
    env.registerInit({
      deps: { domains: fleetDomainsExtensionPoint },
      async init({ domains }) {
        domains.addDomain({
          // By the package's name: built files have other endings.
          module: require.resolve(
            '@slipway/backstage-plugin-fleet-backend-module-certificates/domain',
          ),
          operations: [renewOperation],
        });
      },
    });
  },
});
