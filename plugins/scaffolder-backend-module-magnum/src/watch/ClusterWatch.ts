import { toError } from '@backstage/errors';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { ClusterPoll } from './ClusterPoll';
import { PollRound } from './PollRound';

export interface ClusterWatchOptions {
  cloud: Cloud;
  clock: Clock;
  /** From 0 to 1. */
  random(): number;
}

const PAUSE_MS = 10_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * Asks a cloud for all of its clusters, once for all tasks that wait for one of
 * them, and not at all while nobody waits.
 */
export class ClusterWatch {
  readonly #options: ClusterWatchOptions;
  #round?: PollRound;
  #next = -Infinity;
  #failures = 0;
  #failingSince = 0;

  static create(options: ClusterWatchOptions): ClusterWatch {
    return new ClusterWatch(options);
  }

  private constructor(options: ClusterWatchOptions) {
    this.#options = options;
  }

  /** What the next poll brings. Rejects only when the signal is aborted. */
  async next(signal?: AbortSignal): Promise<ClusterPoll> {
    signal?.throwIfAborted();
    if (!this.#round || this.#round.isLeft) {
      const round = PollRound.begin(async ending => {
        try {
          return await this.#poll(ending);
        } finally {
          if (this.#round === round) {
            this.#round = undefined;
          }
        }
      });
      this.#round = round;
    }
    return this.#round.join(signal);
  }

  async #poll(signal: AbortSignal): Promise<ClusterPoll> {
    const { cloud, clock } = this.#options;
    // Whoever asks next joins this round, so it must not end before it is kept.
    await clock.sleep(Math.max(0, this.#next - clock.now()), signal);
    try {
      const clusters = await cloud.magnum.listClusters({ signal });
      this.#failures = 0;
      return {
        outcome: 'answered',
        clusters: new Map(clusters.map(cluster => [cluster.uuid, cluster])),
      };
    } catch (error) {
      signal.throwIfAborted();
      this.#failures += 1;
      if (this.#failures === 1) {
        this.#failingSince = clock.now();
      }
      return {
        outcome: 'silent',
        error: toError(error),
        forMs: clock.now() - this.#failingSince,
      };
    } finally {
      this.#next = clock.now() + this.#pauseMs();
    }
  }

  #pauseMs(): number {
    const growing = PAUSE_MS * 2 ** Math.max(0, this.#failures - 1);
    const jitter = 0.9 + 0.2 * this.#options.random();
    return Math.min(growing, LONGEST_PAUSE_MS) * jitter;
  }
}
