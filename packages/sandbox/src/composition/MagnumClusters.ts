import fs from 'node:fs';
import { ImageStore } from '../images';
import { IngressProxy } from '../ingress';
import {
  ClusterBackend,
  ClusterHealth,
  ClusterOrder,
  NodeGroupPlan,
} from '../openstack';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { clusterHealth } from './clusterHealth';
import { ClusterPorts } from './ClusterPorts';
import { nodesOf } from './nodesOf';
import { Cluster } from './startCluster';
import { Member, startMember } from './startMember';

export interface MagnumClustersOptions {
  state: StateFolder;
  /** Clusters get free ports from here on; 0: any free ones. */
  firstPort: number;
  images: ImageStore;
  ingress: IngressProxy;
  /** Signs for the services of all clusters. */
  ca: CertificateAuthority;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
}

interface Ordered {
  order: ClusterOrder;
  stop: AbortController;
  /** Rejects when it is deleted before it is up. */
  started: Promise<Member>;
  member?: Member;
}

/** Makes sandbox clusters of what is ordered from Magnum, and takes them down again. */
export class MagnumClusters implements ClusterBackend {
  readonly #options: MagnumClustersOptions;
  readonly #ports: ClusterPorts;
  readonly #ordered = new Map<string, Ordered>();
  readonly #adopted = new Map<string, Cluster>();

  static create(options: MagnumClustersOptions): MagnumClusters {
    return new MagnumClusters(options);
  }

  private constructor(options: MagnumClustersOptions) {
    this.#options = options;
    this.#ports = ClusterPorts.create(options.state, options.firstPort);
  }

  /** A cluster that is not of Magnum's making but has a record there. */
  adopt(uuid: string, cluster: Cluster): void {
    this.#adopted.set(uuid, cluster);
  }

  /** Those that are up, except adopted ones. */
  members(): Member[] {
    return [...this.#ordered.values()].flatMap(({ member }) => member ?? []);
  }

  async create(
    order: ClusterOrder,
    signal: AbortSignal,
  ): Promise<{ apiAddress: string }> {
    const known = this.#ordered.get(order.uuid) ?? this.#start(order);
    const giveUp = () => known.stop.abort();
    signal.addEventListener('abort', giveUp, { once: true });
    const { cluster } = await known.started.finally(() =>
      signal.removeEventListener('abort', giveUp),
    );
    return { apiAddress: cluster.api.url };
  }

  async update(
    uuid: string,
    change: { nodeGroups: NodeGroupPlan[]; version: string },
  ): Promise<void> {
    const { version } = change;
    const nodes = nodesOf(change.nodeGroups);
    const adopted = this.#adopted.get(uuid);
    if (adopted) {
      const { name } = adopted.plan;
      const workers = nodes.filter(({ role }) => role !== 'control-plane');
      await adopted.reshape({
        // It goes on with the node that its pods are on.
        nodes: workers.map((node, index) => ({
          ...node,
          name: `${name}-worker-${index}`,
        })),
        version,
      });
      return;
    }
    await (await this.#memberOf(uuid)).cluster.reshape({ nodes, version });
  }

  async rotateCa(uuid: string, ca: CertificateAuthority): Promise<void> {
    const { order } = this.#known(uuid);
    await this.#stop(uuid);
    await this.#start({ ...order, ca }).started;
  }

  async health(uuid: string): Promise<ClusterHealth> {
    const cluster =
      this.#adopted.get(uuid) ?? this.#ordered.get(uuid)?.member?.cluster;
    return cluster
      ? clusterHealth(cluster)
      : { api: 'connection refused', nodes: {} };
  }

  async delete(uuid: string): Promise<void> {
    const { log, state } = this.#options;
    const adopted = this.#adopted.get(uuid);
    if (adopted) {
      log(`magnum: ${adopted.plan.name} stays: the sandbox needs it`);
      return;
    }
    await this.#stop(uuid);
    fs.rmSync(state.path(uuid), { recursive: true, force: true });
    this.#ports.forget(uuid);
  }

  /** Resolves when nothing runs any more after the signal. */
  async settled(): Promise<void> {
    await Promise.all([...this.#ordered.keys()].map(uuid => this.#stop(uuid)));
  }

  #start(order: ClusterOrder): Ordered {
    const stop = new AbortController();
    const ordered: Ordered = { order, stop, started: this.#run(order, stop) };
    this.#ordered.set(order.uuid, ordered);
    ordered.started.then(
      member => {
        ordered.member = member;
      },
      () => {
        // So that it can be tried again.
        if (this.#ordered.get(order.uuid) === ordered) {
          this.#ordered.delete(order.uuid);
        }
      },
    );
    return ordered;
  }

  async #run(order: ClusterOrder, stop: AbortController): Promise<Member> {
    const { state, images, ingress, ca, log, now } = this.#options;
    return startMember({
      order,
      port: await this.#ports.of(order),
      state: state.room(order.uuid),
      images,
      ingress,
      ca,
      signal: AbortSignal.any([this.#options.signal, stop.signal]),
      log,
      now,
    });
  }

  async #stop(uuid: string): Promise<void> {
    const ordered = this.#ordered.get(uuid);
    ordered?.stop.abort();
    const member = await ordered?.started.catch(() => undefined);
    await member?.stop();
    this.#ordered.delete(uuid);
  }

  #known(uuid: string): Ordered {
    const ordered = this.#ordered.get(uuid);
    if (!ordered) {
      throw new Error(`There is no cluster ${uuid}.`);
    }
    return ordered;
  }

  #memberOf(uuid: string): Promise<Member> {
    return this.#known(uuid).started;
  }
}
