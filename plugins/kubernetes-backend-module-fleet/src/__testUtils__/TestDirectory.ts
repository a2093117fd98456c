import {
  ClusterAccess,
  DirectoryCluster,
  DirectoryQuery,
  FleetDirectory,
} from '@slipway/backstage-plugin-fleet-node';

/** A directory in which tests put what they need. */
export class TestDirectory implements FleetDirectory {
  readonly queries: DirectoryQuery[] = [];
  holding: string[] = [];
  readonly #clusters: DirectoryCluster[] = [];

  clusters(): DirectoryCluster[] {
    return this.#clusters;
  }

  clustersHolding(query: DirectoryQuery): string[] {
    this.queries.push(query);
    return this.holding;
  }

  add(
    name: string,
    access: Partial<ClusterAccess> = {},
    parts: Partial<DirectoryCluster> = {},
  ): void {
    this.#clusters.push({
      name,
      access: {
        server: `https://${name}.example.org`,
        authenticate: async () => ({
          headers: { authorization: `Bearer token-of-${name}` },
        }),
        ...access,
      },
      state: 'live',
      reachable: true,
      labels: {},
      ...parts,
    });
  }

  remove(name: string): void {
    const at = this.#clusters.findIndex(cluster => cluster.name === name);
    this.#clusters.splice(at, 1);
  }
}
