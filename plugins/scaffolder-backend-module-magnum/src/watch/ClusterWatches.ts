import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';
import { Cloud } from '@slipway/backstage-plugin-openstack-node';
import { ClusterWatch } from './ClusterWatch';

export interface ClusterWatchesOptions {
  clock?: Clock;
  /** From 0 to 1. */
  random?(): number;
}

/** One {@link ClusterWatch} a cloud. */
export class ClusterWatches {
  readonly #watches = new Map<string, ClusterWatch>();
  readonly #clock: Clock;
  readonly #random: () => number;

  static create(options: ClusterWatchesOptions = {}): ClusterWatches {
    return new ClusterWatches(options);
  }

  private constructor(options: ClusterWatchesOptions) {
    this.#clock = options.clock ?? systemClock;
    this.#random = options.random ?? Math.random;
  }

  of(cloud: Cloud): ClusterWatch {
    const known = this.#watches.get(cloud.name);
    if (known) {
      return known;
    }
    const watch = ClusterWatch.create({
      cloud,
      clock: this.#clock,
      random: this.#random,
    });
    this.#watches.set(cloud.name, watch);
    return watch;
  }
}
