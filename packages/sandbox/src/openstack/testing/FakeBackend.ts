import { ClusterBackend, ClusterHealth, ClusterOrder } from '../types';

/** Clusters that are nothing but what was asked for. */
export class FakeBackend implements ClusterBackend {
  readonly calls: string[] = [];
  readonly orders = new Map<string, ClusterOrder>();
  /** Says how a cluster is, instead of well. */
  healthOf?: (order: ClusterOrder) => ClusterHealth;

  async create(order: ClusterOrder): Promise<{ apiAddress: string }> {
    this.calls.push(`create ${order.name}`);
    this.orders.set(order.uuid, order);
    return { apiAddress: `https://127.0.0.1:${6000 + this.orders.size}` };
  }

  async update(
    uuid: string,
    change: Pick<ClusterOrder, 'nodeGroups' | 'version'>,
  ): Promise<void> {
    const order = this.orders.get(uuid)!;
    this.calls.push(`update ${order.name}`);
    this.orders.set(uuid, { ...order, ...change });
  }

  async rotateCa(uuid: string, ca: ClusterOrder['ca']): Promise<void> {
    const order = this.orders.get(uuid)!;
    this.calls.push(`rotate ${order.name}`);
    this.orders.set(uuid, { ...order, ca });
  }

  async health(uuid: string): Promise<ClusterHealth> {
    const order = this.orders.get(uuid);
    if (!order) {
      throw new Error('connection refused');
    }
    return (
      this.healthOf?.(order) ?? {
        api: 'ok',
        nodes: Object.fromEntries(this.nodesOf(uuid).map(name => [name, true])),
      }
    );
  }

  async delete(uuid: string): Promise<void> {
    this.calls.push(`delete ${this.orders.get(uuid)?.name}`);
    this.orders.delete(uuid);
  }

  nodesOf(uuid: string): string[] {
    return this.orders.get(uuid)!.nodeGroups.flatMap(({ nodes }) => nodes);
  }
}
