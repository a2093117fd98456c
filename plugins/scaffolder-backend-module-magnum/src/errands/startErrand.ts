import { InputError, toError } from '@backstage/errors';
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
  const cloud = options.clouds.get(cloudName || undefined);
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
      try {
        await options.events.publish({ topic: CLUSTERS_TOPIC, eventPayload });
      } catch (error) {
        // They find out by themselves, a little later.
        ctx.logger.info(
          `Nobody could be told of it yet: ${toError(error).message}`,
        );
      }
    },
    log: line => ctx.logger.info(line),
    signal: ctx.signal,
    clock,
    time: options.time ?? Date.now,
  };
}
