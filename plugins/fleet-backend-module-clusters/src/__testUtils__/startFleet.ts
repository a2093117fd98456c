import { createBackendModule } from '@backstage/backend-plugin-api';
import {
  mockCredentials,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { EventsService, eventsServiceRef } from '@backstage/plugin-events-node';
// A test of the module where it runs needs the plugin that it extends.
// eslint-disable-next-line import/no-restricted-paths, @backstage/no-mixed-plugin-imports
import fleetPlugin from '@slipway/backstage-plugin-fleet-backend';
import { JsonObject } from '@backstage/types';
import { Knex } from 'knex';
import { fleetModuleClusters } from '../module';

/** A backend with the fleet plugin, this module and clouds, and what people get from it. */
export async function startFleet(options: {
  /** What it had before, of another backend. */
  database: Knex;
  /** As in `magnum.clouds`. */
  clouds: JsonObject[];
}) {
  const { clouds, database } = options;
  let events: EventsService;
  const listener = createBackendModule({
    pluginId: 'fleet',
    moduleId: 'test-events',
    register(env) {
      env.registerInit({
        deps: { service: eventsServiceRef },
        async init({ service }) {
          events = service;
        },
      });
    },
  });
  const backend = await startTestBackend({
    features: [
      fleetPlugin,
      fleetModuleClusters,
      listener,
      mockServices.database.mock({ getClient: async () => database }).factory,
      mockServices.events.factory(),
      mockServices.rootConfig.factory({ data: { magnum: { clouds } } }),
      catalogServiceMock.factory({ entities: [] }),
    ],
  });
  const url = `http://127.0.0.1:${backend.server.port()}/api/fleet`;
  return {
    events: events!,
    async get(path: string) {
      const authorization = mockCredentials.user.header();
      const response = await fetch(`${url}${path}`, {
        headers: { authorization },
      });
      return response.json();
    },
    stop: () => backend.stop(),
  };
}
