import { Config } from '@backstage/config';
import {
  Clock,
  ClusterDefinition,
  ClusterSource,
} from '@slipway/backstage-plugin-fleet-node';
import { readClusters } from './readClusters';

const LOOK_AGAIN_MS = 30_000;

/**
 * The clusters of the configuration. The files that it names are looked at
 * again now and then: they may come later, and CAs are replaced.
 */
export class ConfigClusterSource implements ClusterSource {
  readonly id = 'config';
  readonly #config: Config;
  readonly #clock: Clock;
  #clusters: ClusterDefinition[];

  /** @throws InputError when the configuration as such is wrong */
  static create(options: {
    config: Config;
    clock: Clock;
  }): ConfigClusterSource {
    return new ConfigClusterSource(options);
  }

  private constructor(options: { config: Config; clock: Clock }) {
    this.#config = options.config;
    this.#clock = options.clock;
    this.#clusters = readClusters(options.config);
  }

  async run(
    tell: (clusters: ClusterDefinition[]) => void,
    signal: AbortSignal,
  ): Promise<void> {
    tell(this.#clusters);
    while (!signal.aborted) {
      await this.#clock.sleep(LOOK_AGAIN_MS, signal).catch(() => undefined);
      if (!signal.aborted && this.#reread()) {
        tell(this.#clusters);
      }
    }
  }

  #reread(): boolean {
    const clusters = readClusters(this.#config);
    const revisions = (all: ClusterDefinition[]) =>
      all.map(({ revision }) => revision).join();
    const isNew = revisions(clusters) !== revisions(this.#clusters);
    this.#clusters = clusters;
    return isNew;
  }
}
