import {
  LoggerService,
  SchedulerServiceTaskRunner,
} from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  DeferredEntity,
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { ClusterEvent } from '@slipway/backstage-plugin-clusters-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { isNotFound } from '@slipway/backstage-plugin-openstack-node';
import { nameClusters, toClusterEntity } from './entities';
import {
  CloudCluster,
  ClusterCloud,
  Inventory,
  toCloudCluster,
} from './inventory';

export interface MagnumEntityProviderOptions {
  cloud: ClusterCloud;
  inventory: Inventory;
  /** Entity reference of who owns clusters without marks. */
  owner: string;
  /** Where the app is. */
  appUrl: string;
  schedule: SchedulerServiceTaskRunner;
  logger: LoggerService;
  /** Ends all that goes on. */
  signal: AbortSignal;
  clock: Clock;
}

/** Longer than Magnum may take to delete a cluster. */
const GONE_TIMEOUT_MS = 60 * 60_000;
const GONE_PAUSE_MS = 5_000;

/** The clusters of one cloud as Resources. */
export class MagnumEntityProvider implements EntityProvider {
  readonly #options: MagnumEntityProviderOptions;
  #connection: EntityProviderConnection | undefined;
  #trouble: string | undefined;
  #queue: Promise<void> = Promise.resolve();

  static create(options: MagnumEntityProviderOptions): MagnumEntityProvider {
    return new MagnumEntityProvider(options);
  }

  private constructor(options: MagnumEntityProviderOptions) {
    this.#options = options;
  }

  getProviderName(): string {
    return `magnum-provider:${this.#options.cloud.name}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.#connection = connection;
    await this.#options.schedule.run({
      id: `${this.getProviderName()}:refresh`,
      fn: signal => this.refresh(signal),
    });
  }

  /** Makes the catalog have what the cloud has; changes nothing when it does not answer. */
  refresh(signal: AbortSignal = this.#options.signal): Promise<void> {
    return this.#inTurn(async connection => {
      const { cloud, inventory } = this.#options;
      const clusters = await inventory.list(cloud, signal);
      await connection.applyMutation({
        type: 'full',
        entities: await this.#entitiesOf(clusters, clusters, signal),
      });
    });
  }

  /** Hears that something was asked of a cluster; ends when the catalog has it. */
  async hear({ change, uuid }: ClusterEvent): Promise<void> {
    if (change === 'created') {
      await this.#insert(uuid);
      return;
    }
    if (change === 'deleted') {
      await this.#untilGone(uuid);
    }
    await this.refresh();
  }

  #insert(uuid: string): Promise<void> {
    return this.#inTurn(async connection => {
      const { cloud, inventory, signal } = this.#options;
      const cluster = toCloudCluster(
        cloud,
        await cloud.magnum.getClusterSoonAfterCreate(uuid, { signal }),
      );
      const known = await inventory.list(cloud, signal);
      const all = known.some(each => each.cluster.uuid === uuid)
        ? known
        : [...known, cluster];
      await connection.applyMutation({
        type: 'delta',
        added: await this.#entitiesOf([cluster], all, signal),
        removed: [],
      });
    });
  }

  /** Ends at once when everything does, or the deletion has failed. */
  async #untilGone(uuid: string): Promise<void> {
    const { clock, cloud, signal } = this.#options;
    const until = clock.now() + GONE_TIMEOUT_MS;
    while (!signal.aborted && clock.now() < until) {
      try {
        const cluster = await cloud.magnum.getCluster(uuid, { signal });
        if (cluster.status === 'DELETE_FAILED') {
          return;
        }
      } catch (error) {
        if (isNotFound(error)) {
          return;
        }
      }
      await clock.sleep(GONE_PAUSE_MS, signal).catch(() => undefined);
    }
  }

  async #entitiesOf(
    wanted: readonly CloudCluster[],
    own: readonly CloudCluster[],
    signal: AbortSignal,
  ): Promise<DeferredEntity[]> {
    const { appUrl, cloud, inventory, owner } = this.#options;
    const others = await inventory.others(cloud, signal);
    const names = nameClusters([...own, ...others]);
    const location = this.getProviderName();
    return wanted.map(each => ({
      entity: toClusterEntity(each, {
        name: names.get(each.cluster.uuid)!,
        owner,
        location,
        appUrl,
      }),
      locationKey: location,
    }));
  }

  /** One mutation after the other: an older list shall not undo a newer one. */
  #inTurn(
    work: (connection: EntityProviderConnection) => Promise<void>,
  ): Promise<void> {
    const turn = this.#queue.then(() => this.#attempt(work));
    this.#queue = turn;
    return turn;
  }

  async #attempt(
    work: (connection: EntityProviderConnection) => Promise<void>,
  ): Promise<void> {
    const { cloud, logger, signal } = this.#options;
    if (!this.#connection || signal.aborted) {
      return;
    }
    try {
      await work(this.#connection);
      if (this.#trouble !== undefined) {
        logger.info(`The cloud ${cloud.name} tells its clusters again`);
      }
      this.#trouble = undefined;
    } catch (error) {
      const { message } = toError(error);
      if (!signal.aborted && message !== this.#trouble) {
        logger.warn(
          `The clusters of the cloud ${cloud.name} stay in the catalog as they are: ${message}`,
        );
        this.#trouble = message;
      }
    }
  }
}
