import {
  MagnumCluster,
  MagnumNodeGroup,
} from '@slipway/backstage-plugin-openstack-node';
import { Errand } from '../errands';
import { describeCluster } from './describeCluster';
import { readNodeGroups } from './readNodeGroups';

const GROUPS_EVERY = 3;
const REPEAT_MS = 120_000;

/** Says in the log how far a cluster is, whenever that changes. */
export class ClusterProgress {
  readonly #errand: Errand;
  #groups: MagnumNodeGroup[] = [];
  #looks = 0;
  #state = '';
  #said = '';
  #saidAt: number;
  #changedAt: number;

  static create(errand: Errand): ClusterProgress {
    return new ClusterProgress(errand);
  }

  private constructor(errand: Errand) {
    this.#errand = errand;
    this.#saidAt = errand.clock.now();
    this.#changedAt = this.#saidAt;
  }

  /** For how long nothing has changed. */
  get unchangedMs(): number {
    return this.#errand.clock.now() - this.#changedAt;
  }

  get groups(): MagnumNodeGroup[] {
    return this.#groups;
  }

  async show(cluster: MagnumCluster, elapsed: string): Promise<void> {
    await this.#readGroups(cluster);
    const { clock, log } = this.#errand;
    const words = describeCluster(cluster, this.#groups);
    if (words !== this.#said) {
      log(`${words} (${elapsed})`);
      this.#said = words;
      this.#saidAt = clock.now();
      this.#changedAt = clock.now();
    } else if (clock.now() - this.#saidAt >= REPEAT_MS) {
      log(`Cluster ${cluster.name}: still ${cluster.status} (${elapsed})`);
      this.#saidAt = clock.now();
    }
  }

  /** They cost a call each, so not in every look at a cluster. */
  async #readGroups(cluster: MagnumCluster): Promise<void> {
    const { status, status_reason: reason, updated_at: at } = cluster;
    const state = JSON.stringify([status, reason, at]);
    if (state !== this.#state || this.#looks % GROUPS_EVERY === 0) {
      this.#state = state;
      this.#groups = await readNodeGroups(this.#errand, cluster.uuid);
    }
    this.#looks += 1;
  }
}
