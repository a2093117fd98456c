import {
  coreServices,
  createBackendModule,
} from '@backstage/backend-plugin-api';
import { catalogProcessingExtensionPoint } from '@backstage/plugin-catalog-node';
import { eventsServiceRef } from '@backstage/plugin-events-node';
import {
  CLUSTERS_TOPIC,
  readClusterEvent,
} from '@slipway/backstage-plugin-clusters-common';
import { systemClock } from '@slipway/backstage-plugin-fleet-node';
import { Clouds } from '@slipway/backstage-plugin-openstack-node';
import { Inventory } from './inventory';
import { MagnumEntityProvider } from './MagnumEntityProvider';
import { readProviderConfig } from './readProviderConfig';

/** Clusters of the clouds in `magnum.clouds` as Resources of the catalog. @public */
export const catalogModuleMagnum = createBackendModule({
  pluginId: 'catalog',
  moduleId: 'magnum',
  register(env) {
    env.registerInit({
      deps: {
        catalog: catalogProcessingExtensionPoint,
        config: coreServices.rootConfig,
        events: eventsServiceRef,
        lifecycle: coreServices.lifecycle,
        logger: coreServices.logger,
        scheduler: coreServices.scheduler,
      },
      async init({ catalog, config, events, lifecycle, logger, scheduler }) {
        const { owner, schedule } = readProviderConfig(config);
        const appUrl = config.getString('app.baseUrl').replace(/\/+$/, '');
        const clouds = Clouds.fromConfig(config);
        const ending = new AbortController();
        lifecycle.addShutdownHook(async () => {
          ending.abort();
          await clouds.close();
        });
        const clock = systemClock;
        const inventory = Inventory.create({ clouds: clouds.list(), clock });
        const providers = new Map(
          clouds.list().map(cloud => [
            cloud.name,
            MagnumEntityProvider.create({
              cloud,
              inventory,
              owner,
              appUrl,
              schedule: scheduler.createScheduledTaskRunner(schedule),
              logger,
              signal: ending.signal,
              clock,
            }),
          ]),
        );
        catalog.addEntityProvider([...providers.values()]);
        await events.subscribe({
          id: 'catalog-magnum',
          topics: [CLUSTERS_TOPIC],
          async onEvent({ eventPayload }) {
            const event = readClusterEvent(eventPayload);
            // Not waited for: a deletion takes minutes.
            void (event && providers.get(event.cloud)?.hear(event));
          },
        });
      },
    });
  },
});
