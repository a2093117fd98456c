import { ServiceUnavailableError, toError } from '@backstage/errors';
import { formatElapsed } from '@slipway/backstage-plugin-fleet-node';
import {
  isNotFound,
  isTransientOpenStackError,
  MagnumCluster,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { ClusterPoll } from './ClusterPoll';

export interface FollowClusterOptions {
  id: string;
  /** Whether Magnum has shown it already; new ones appear with a delay. */
  known: boolean;
}

const SILENT_FOR_MS = 15 * 60_000;
/** A refusal may be that of a cloud that is being restarted. */
const REFUSED_FOR_MS = 60_000;
const MISSES = 2;

/**
 * A cluster as each poll shows it, `undefined` once it is gone.
 *
 * @throws ServiceUnavailableError when the cloud has not answered for long
 */
export async function* followCluster(
  errand: Errand,
  options: FollowClusterOptions,
): AsyncGenerator<MagnumCluster | undefined> {
  let { known } = options;
  let misses = 0;
  let silence = '';
  for (;;) {
    const poll = await errand.watch.next(errand.signal);
    const seen = await findIn(poll, errand, options.id);
    if (seen.outcome === 'silent') {
      checkPatience(errand, seen);
      if (seen.error.message !== silence) {
        silence = seen.error.message;
        errand.log(`${silence}; asking on`);
      }
      continue;
    }
    if (silence) {
      silence = '';
      errand.log(`The cloud ${errand.cloud.name} answers again`);
    }
    if (seen.cluster) {
      known = true;
      misses = 0;
      yield seen.cluster;
    } else {
      misses += 1;
      if (known || misses >= MISSES) {
        yield undefined;
      }
    }
  }
}

type Seen =
  | { outcome: 'answered'; cluster: MagnumCluster | undefined }
  | Extract<ClusterPoll, { outcome: 'silent' }>;

async function findIn(
  poll: ClusterPoll,
  { cloud, signal }: Errand,
  id: string,
): Promise<Seen> {
  if (poll.outcome === 'silent') {
    return poll;
  }
  const listed = poll.clusters.get(id);
  if (listed) {
    return { outcome: 'answered', cluster: listed };
  }
  try {
    // The list may have been asked for before it was made.
    const cluster = await cloud.magnum.getCluster(id, { signal });
    return { outcome: 'answered', cluster };
  } catch (error) {
    signal?.throwIfAborted();
    return isNotFound(error)
      ? { outcome: 'answered', cluster: undefined }
      : { outcome: 'silent', error: toError(error), forMs: 0 };
  }
}

function checkPatience(
  { cloud }: Errand,
  { error, forMs }: Extract<ClusterPoll, { outcome: 'silent' }>,
): void {
  const patience = isTransientOpenStackError(error)
    ? SILENT_FOR_MS
    : REFUSED_FOR_MS;
  if (forMs >= patience) {
    throw new ServiceUnavailableError(
      `${error.message}; the cloud ${cloud.name} has not answered for ` +
        `${formatElapsed(forMs)}. What was begun goes on there: retry later`,
    );
  }
}
