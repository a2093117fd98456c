import {
  MagnumCluster,
  OpenStackError,
} from '@slipway/backstage-plugin-openstack-node';
import { ClusterCloud } from '../inventory';

/** A cloud whose Magnum has these clusters. */
export class FakeCloud implements ClusterCloud {
  clusters: MagnumCluster[] = [];
  /** How it fails, while it does. */
  trouble: Error | undefined;
  lists = 0;
  readonly name: string;
  readonly watchOnly: boolean;
  readonly magnum: ClusterCloud['magnum'] = {
    listClusters: async () => {
      this.lists += 1;
      this.#fail();
      return [...this.clusters];
    },
    getCluster: async id => this.#get(id),
    getClusterSoonAfterCreate: async id => this.#get(id),
  };

  static create(
    name: string,
    options: { watchOnly?: boolean } = {},
  ): FakeCloud {
    return new FakeCloud(name, options.watchOnly ?? false);
  }

  private constructor(name: string, watchOnly: boolean) {
    this.name = name;
    this.watchOnly = watchOnly;
  }

  /** Makes a cluster; its UUID begins with the digits. */
  add(
    name: string,
    digits: string,
    changes: Partial<MagnumCluster> = {},
  ): MagnumCluster {
    const cluster = {
      uuid: `${digits.padEnd(8, '0')}-0000-4000-8000-000000000000`,
      name,
      cluster_template_id: 't1',
      status: 'CREATE_COMPLETE',
      node_count: 1,
      master_count: 1,
      created_at: '2026-01-01T00:00:00+00:00',
      ...changes,
    };
    this.clusters.push(cluster);
    return cluster;
  }

  remove(cluster: MagnumCluster): void {
    this.clusters = this.clusters.filter(({ uuid }) => uuid !== cluster.uuid);
  }

  #get(id: string): MagnumCluster {
    this.#fail();
    const found = this.clusters.find(({ uuid }) => uuid === id);
    if (!found) {
      throw new OpenStackError({
        cloud: this.name,
        service: 'magnum',
        request: `GET /v1/clusters/${id}`,
        status: 404,
        reason: `Cluster ${id} could not be found.`,
      });
    }
    return found;
  }

  #fail(): void {
    if (this.trouble) {
      throw this.trouble;
    }
  }
}
