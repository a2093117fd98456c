import { InputError } from '@backstage/errors';
import {
  ClusterEvent,
  CLUSTERS_TOPIC,
} from '@slipway/backstage-plugin-clusters-common';
import { systemClock } from '@slipway/backstage-plugin-fleet-node';
import { MagnumActionOptions } from '../actions/MagnumActionOptions';
import { Errand } from './Errand';
import { TaskContext } from './TaskContext';

/** @throws InputError for a cloud in which nothing may be provisioned */
export function startErrand(
  options: MagnumActionOptions,
  ctx: Pick<TaskContext, 'logger' | 'signal'>,
  cloudName: string | undefined,
): Errand {
  const cloud = options.clouds.get(cloudName);
  if (cloud.watchOnly) {
    throw new InputError(
      `The cloud ${cloud.name} is only watched; nothing may be provisioned in it`,
    );
  }
  const clock = options.clock ?? systemClock;
  return {
    cloud,
    watch: options.watches.of(cloud),
    async tell(event) {
      const eventPayload: ClusterEvent = { cloud: cloud.name, ...event };
      await options.events.publish({ topic: CLUSTERS_TOPIC, eventPayload });
    },
    log: line => ctx.logger.info(line),
    signal: ctx.signal,
    clock,
    time: options.time ?? Date.now,
  };
}
