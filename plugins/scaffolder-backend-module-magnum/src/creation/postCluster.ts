import { ServiceUnavailableError, toError } from '@backstage/errors';
import {
  CreateClusterBody,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand, isAnswerLost } from '../errands';

export interface PostClusterOptions {
  body: CreateClusterBody;
  /** Looks for what an order has made. */
  find(): Promise<MagnumCluster | undefined>;
}

const TRY_FOR_MS = 60_000;
const LOOK_FOR_MS = 6_000;
const LOOK_EVERY_MS = 2_000;

/**
 * Asks Magnum for a cluster; returns its uuid. When no answer comes, Magnum may
 * have heard it all the same: it is asked again only when nothing appears.
 */
export async function postCluster(
  errand: Errand,
  { body, find }: PostClusterOptions,
): Promise<string> {
  const { clock, cloud, log, signal } = errand;
  const deadline = clock.now() + TRY_FOR_MS;
  for (;;) {
    try {
      const { uuid } = await cloud.magnum.createCluster(body, { signal });
      return uuid;
    } catch (error) {
      signal?.throwIfAborted();
      if (!isAnswerLost(error)) {
        throw error;
      }
      log(`${toError(error).message}; looking whether it was made`);
      const made = await lookFor(errand, find);
      if (made) {
        log(`Magnum has made it: ${made.uuid}`);
        return made.uuid;
      }
      if (clock.now() >= deadline) {
        throw new ServiceUnavailableError(
          `${
            toError(error).message
          }; nothing was made. Retry when it answers again`,
        );
      }
      log('Nothing was made; asking again');
    }
  }
}

async function lookFor(
  { clock, signal }: Errand,
  find: PostClusterOptions['find'],
): Promise<MagnumCluster | undefined> {
  const deadline = clock.now() + LOOK_FOR_MS;
  for (;;) {
    const made = await find();
    if (made || clock.now() >= deadline) {
      return made;
    }
    await clock.sleep(LOOK_EVERY_MS, signal);
  }
}
