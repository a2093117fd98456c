import { randomUUID } from 'node:crypto';
import { Faulty } from '../../Faulty';
import { ClusterBackend, Speed } from '../../types';
import { CertificateStore } from '../certificates/CertificateStore';
import { MagnumStore } from '../store/MagnumStore';
import { ClusterRecord, NodeGroupRecord, Operation } from '../store/records';
import { checkHealth } from './checkHealth';
import { obstacleOf } from './obstacleOf';
import { planOf } from './planOf';
import { settleNodes } from './settleNodes';
import { summarise } from './summarise';

export interface ConductorOptions {
  store: MagnumStore;
  certificates: CertificateStore;
  backend: ClusterBackend;
  faults: Faulty;
  speed: Speed;
  now: () => Date;
  log: (line: string) => void;
  signal: AbortSignal;
}

/** How long a cluster that is being destroyed makes lists fail. */
const DESTROYING_MS = 300;
const TICK_MS = 100;

/** Does what was accepted: moves clusters from state to state, as long as it takes. */
export class Conductor {
  readonly #options: ConductorOptions;
  readonly #busy = new Set<string>();
  #lastHealth = 0;

  static create(options: ConductorOptions): Conductor {
    return new Conductor(options);
  }

  private constructor(options: ConductorOptions) {
    this.#options = options;
  }

  /** Brings back the clusters that are there, and goes on where a kill has stopped it. */
  async start(): Promise<void> {
    const { store, signal, log } = this.#options;
    const built = store.clusters.filter(
      ({ apiAddress, adopted }) => apiAddress !== undefined && !adopted,
    );
    await Promise.all(
      built.map(cluster =>
        this.#build(cluster).catch(error =>
          log(
            `openstack: ${cluster.name} does not come back: ${error.message}`,
          ),
        ),
      ),
    );
    const timer = setInterval(() => this.#tick(), TICK_MS);
    signal.addEventListener('abort', () => clearInterval(timer), {
      once: true,
    });
  }

  /** Takes an operation on; it ends by itself. */
  begin(
    cluster: ClusterRecord,
    operation: Omit<Operation, 'dueAt'>,
    takesMs: number,
  ): void {
    const { now, store } = this.#options;
    const at = now();
    const isDelete = operation.kind === 'delete';
    cluster.operations = [
      // Nothing else is done to a cluster that goes.
      ...(isDelete ? [] : cluster.operations),
      {
        ...operation,
        dueAt: new Date(at.getTime() + takesMs).toISOString(),
      },
    ];
    if (isDelete) {
      cluster.status = 'DELETE_IN_PROGRESS';
      cluster.statusReason = undefined;
    } else {
      summarise(cluster);
    }
    cluster.updatedAt =
      operation.kind === 'create' ? undefined : at.toISOString();
    store.saveCluster(cluster);
  }

  /** While that lasts, Magnum cannot even list. */
  isDestroying({ operations }: ClusterRecord): boolean {
    const now = this.#options.now().getTime();
    return operations.some(
      ({ kind, dueAt }) =>
        kind === 'delete' && new Date(dueAt).getTime() - DESTROYING_MS <= now,
    );
  }

  #tick() {
    const { store, now, speed, log } = this.#options;
    const at = now().getTime();
    for (const cluster of [...store.clusters]) {
      this.#showStack(cluster, at);
      const due = cluster.operations.find(
        ({ dueAt }) => new Date(dueAt).getTime() <= at,
      );
      if (due && !this.#busy.has(cluster.uuid)) {
        this.#busy.add(cluster.uuid);
        this.#perform(cluster, due)
          .catch(error => {
            log(`openstack: ${due.kind} of ${cluster.name}: ${error}`);
            this.#postpone(cluster, due);
          })
          .finally(() => this.#busy.delete(cluster.uuid));
      }
    }
    if (at - this.#lastHealth >= speed.healthMs) {
      this.#lastHealth = at;
      checkHealth(this.#options);
    }
  }

  // Heat has taken the order: a quarter of the time, and the stack is there.
  #showStack(cluster: ClusterRecord, at: number) {
    const { store, speed } = this.#options;
    const create = cluster.operations.find(({ kind }) => kind === 'create');
    const isDue =
      create &&
      cluster.stackId === undefined &&
      at >= new Date(create.dueAt).getTime() - speed.buildMs * 0.75;
    if (!isDue) {
      return;
    }
    if (cluster.delegated) {
      // The default groups stay as they are: nobody ever comes to them.
      cluster.operations = [];
      cluster.status = 'CREATE_FAILED';
      cluster.statusReason = `Failed to create trustee or trust for Cluster: ${cluster.uuid}`;
    } else {
      cluster.stackId = randomUUID();
      cluster.version = cluster.labels.kube_tag ?? cluster.version;
      cluster.groups.forEach(group => {
        group.stackId = cluster.stackId;
      });
    }
    cluster.updatedAt = new Date(at).toISOString();
    store.saveCluster(cluster);
  }

  async #perform(cluster: ClusterRecord, operation: Operation): Promise<void> {
    switch (operation.kind) {
      case 'create':
        await this.#create(cluster, operation);
        break;
      case 'delete':
        await this.#delete(cluster);
        break;
      case 'delete-group':
        await this.#deleteGroup(cluster, operation);
        break;
      case 'rotate-ca':
        await this.#rotateCa(cluster, operation);
        break;
      default:
        await this.#update(cluster, operation);
    }
  }

  async #create(cluster: ClusterRecord, operation: Operation): Promise<void> {
    const { faults } = this.#options;
    if (faults.has('stuck')) {
      this.#postpone(cluster, operation);
      return;
    }
    const obstacle = this.#obstacle(cluster, cluster.groups);
    if (obstacle) {
      this.#finish(cluster, operation, {
        groups: cluster.groups,
        status: 'CREATE_FAILED',
        reason: obstacle,
      });
      return;
    }
    cluster.groups.forEach(group => settleNodes(cluster, group));
    const { apiAddress } = await this.#build(cluster);
    if (!cluster.operations.includes(operation)) {
      return;
    }
    cluster.apiAddress = apiAddress;
    this.#finish(cluster, operation, {
      groups: cluster.groups.filter(({ isDefault }) => isDefault),
      status: 'CREATE_COMPLETE',
      reason: 'Stack CREATE completed successfully',
    });
  }

  async #update(cluster: ClusterRecord, operation: Operation): Promise<void> {
    const { kind, version, nodesToRemove } = operation;
    const about = groupsOf(cluster, operation);
    const verb = kind === 'create-group' ? 'CREATE' : 'UPDATE';
    const obstacle = this.#obstacle(cluster, about);
    if (obstacle) {
      this.#finish(cluster, operation, {
        groups: about,
        status: `${verb}_FAILED`,
        reason: obstacle.replace('CREATE', verb),
      });
      return;
    }
    about.forEach(group => settleNodes(cluster, group, nodesToRemove));
    cluster.version = version ?? cluster.version;
    await this.#bringAbout(cluster);
    this.#finish(cluster, operation, {
      groups: about,
      status: `${verb}_COMPLETE`,
      reason: `Stack ${verb} completed successfully`,
    });
  }

  async #deleteGroup(cluster: ClusterRecord, operation: Operation) {
    cluster.groups = cluster.groups.filter(
      ({ uuid }) => uuid !== operation.group,
    );
    await this.#bringAbout(cluster);
    this.#finish(cluster, operation, { groups: [], status: '', reason: '' });
  }

  async #rotateCa(cluster: ClusterRecord, operation: Operation) {
    const { backend, certificates } = this.#options;
    cluster.caGeneration = operation.caGeneration ?? 0;
    await backend.rotateCa(cluster.uuid, await certificates.authority(cluster));
    this.#finish(cluster, operation, {
      groups: cluster.groups,
      status: 'UPDATE_COMPLETE',
      reason: 'Stack UPDATE completed successfully',
    });
  }

  async #delete(cluster: ClusterRecord): Promise<void> {
    const { backend, certificates, store } = this.#options;
    await backend.delete(cluster.uuid);
    certificates.forget(cluster.uuid);
    store.removeCluster(cluster);
  }

  // A build that failed is finished by whatever comes next, as Heat does it.
  async #bringAbout(cluster: ClusterRecord): Promise<void> {
    if (cluster.apiAddress === undefined) {
      cluster.apiAddress = (await this.#build(cluster)).apiAddress;
    } else {
      await this.#options.backend.update(cluster.uuid, {
        nodeGroups: planOf(cluster),
        version: cluster.version!,
      });
    }
  }

  async #build(cluster: ClusterRecord): Promise<{ apiAddress: string }> {
    const { backend, certificates, signal } = this.#options;
    return backend.create(
      {
        uuid: cluster.uuid,
        name: cluster.name,
        ca: await certificates.authority(cluster),
        nodeGroups: planOf(cluster),
        labels: cluster.labels,
        version: cluster.version!,
      },
      signal,
    );
  }

  #obstacle(cluster: ClusterRecord, groups: NodeGroupRecord[]) {
    const { store, faults } = this.#options;
    return obstacleOf({ clusters: store.clusters, cluster, groups, faults });
  }

  #postpone(cluster: ClusterRecord, operation: Operation) {
    const { now, store } = this.#options;
    if (cluster.operations.includes(operation)) {
      operation.dueAt = new Date(now().getTime() + 1000).toISOString();
      store.saveCluster(cluster);
    }
  }

  #finish(
    cluster: ClusterRecord,
    operation: Operation,
    outcome: { groups: NodeGroupRecord[]; status: string; reason: string },
  ) {
    const { store, now } = this.#options;
    // Meanwhile somebody may have asked for its end.
    if (!cluster.operations.includes(operation)) {
      return;
    }
    const at = now().toISOString();
    for (const group of outcome.groups) {
      group.status = outcome.status;
      group.statusReason = outcome.reason;
      group.updatedAt = at;
    }
    cluster.operations = cluster.operations.filter(
      known => known !== operation,
    );
    summarise(cluster);
    cluster.updatedAt = at;
    store.saveCluster(cluster);
  }
}

// One stack holds both default groups: what is done to one is done to both.
function groupsOf(
  { groups }: ClusterRecord,
  { group, kind }: Operation,
): NodeGroupRecord[] {
  const named = groups.find(({ uuid }) => uuid === group);
  if (named && !named.isDefault) {
    return [named];
  }
  return kind === 'upgrade' && !named
    ? groups
    : groups.filter(({ isDefault }) => isDefault);
}
