import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  fleetDomainsExtensionPoint,
  fleetRowSourcesExtensionPoint,
} from '@slipway/backstage-plugin-fleet-node';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { pollClouds } from './poller/pollClouds';

/** Brings clusters into the fleet. @public */
export const fleetModuleClusters = createBackendModule({
  pluginId: 'fleet',
  moduleId: 'clusters',
  register(env) {
    env.registerInit({
      deps: {
        config: coreServices.rootConfig,
        domains: fleetDomainsExtensionPoint,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        rowSources: fleetRowSourcesExtensionPoint,
      },
      async init({ config, domains, events, lifecycle, logger, rowSources }) {
        domains.addDomain({
          // By the package's name: built files have other endings.
          module: require.resolve(
            '@slipway/backstage-plugin-fleet-backend-module-clusters/domain',
          ),
        });
        const clouds = Clouds.fromConfig(config);
        lifecycle.addShutdownHook(() => clouds.close());
        const pollers = await pollClouds({
          clouds: clouds.list(),
          events,
          logger,
        });
        pollers.forEach(poller => rowSources.addRowSource(poller));
      },
    });
  },
});
