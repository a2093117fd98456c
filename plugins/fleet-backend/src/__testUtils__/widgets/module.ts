import { createBackendModule } from '@backstage/backend-plugin-api';
import { fleetDomainsExtensionPoint } from '@slipway/backstage-plugin-fleet-node';
import { renewWidget } from './renewWidget';

/** Brings the domain of widgets, as modules of the suite bring theirs. */
export const widgetsModule = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'widgets',
  register(env) {
    env.registerInit({
      deps: { domains: fleetDomainsExtensionPoint },
      async init({ domains }) {
        domains.addDomain({
          module: require.resolve('./domain'),
          operations: [renewWidget],
        });
      },
    });
  },
});
