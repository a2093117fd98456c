import { LoggerService } from '@backstage/backend-plugin-api';
import { EventsService } from '@backstage/plugin-events-node';
import {
  CLUSTERS_TOPIC,
  readClusterEvent,
} from '@slipway/backstage-plugin-clusters-common';
import { systemClock } from '@slipway/backstage-plugin-fleet-node';
import { MagnumPoller } from './MagnumPoller';
import { WatchedCloud } from './WatchedCloud';

/** One poller a cloud, which hears when something is asked of its cloud. */
export async function pollClouds(options: {
  clouds: WatchedCloud[];
  events: EventsService;
  logger: LoggerService;
}): Promise<MagnumPoller[]> {
  const { clouds, events, logger } = options;
  const pollers = clouds.map(cloud =>
    MagnumPoller.create({
      cloud,
      clock: systemClock,
      now: () => new Date(),
      random: Math.random,
      logger,
    }),
  );
  await events.subscribe({
    id: 'fleet-clusters',
    topics: [CLUSTERS_TOPIC],
    async onEvent({ eventPayload }) {
      const event = readClusterEvent(eventPayload);
      pollers.find(({ name }) => name === event?.cloud)?.pollNow();
    },
  });
  return pollers;
}
