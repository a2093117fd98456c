import { isComplete, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Reader, Row } from '@slipway/backstage-plugin-fleet-node/engine';
import { APPLICATIONS, CLUSTERS, SECRETS } from '../resourceIds';
import { ApplicationSlice, ClusterSecretSlice, ClusterSlice } from '../slices';
import { placeOf } from './placeOf';
import { allSeen, Seen } from './Seen';
import { serverKey } from './serverKey';

/** What is around a cluster: the fleet, the hubs with their Secrets, the clouds. */
export class Surroundings {
  readonly read: Reader;
  /** By name. */
  readonly clusters: SourceInfo[];
  /** By name. */
  readonly clouds: SourceInfo[];

  static of(read: Reader): Surroundings {
    return new Surroundings(read);
  }

  private constructor(read: Reader) {
    const sources = [...read.sources()].sort((a, b) =>
      a.name < b.name ? -1 : 1,
    );
    this.read = read;
    this.clusters = sources.filter(({ kind }) => kind === 'cluster');
    this.clouds = sources.filter(({ kind }) => kind === 'cloud');
  }

  magnumNamed(name: string): Seen<ClusterSlice>[] {
    return this.#find(this.clouds, CLUSTERS, 'clusterName', placeOf(name));
  }

  magnumAt(server: string): Seen<ClusterSlice>[] {
    const key = serverKey(server);
    return this.#find(this.clouds, CLUSTERS, 'clusterServer', key);
  }

  secretsNamed(name: string): Seen<ClusterSecretSlice>[] {
    return this.#find(this.clusters, SECRETS, 'secretName', placeOf(name));
  }

  secretsFor(server: string): Seen<ClusterSecretSlice>[] {
    const key = serverKey(server);
    return this.#find(this.clusters, SECRETS, 'secretServer', key);
  }

  secretsOf(hub: SourceInfo): Seen<ClusterSecretSlice>[] {
    return this.#find([hub], SECRETS, 'secretType', 'cluster');
  }

  applicationsTo(
    destination: { name: string } | { server: string },
    hubs: SourceInfo[] = this.clusters,
  ): Seen<ApplicationSlice>[] {
    return 'name' in destination
      ? this.#find(hubs, APPLICATIONS, 'destinationName', destination.name)
      : this.#find(
          hubs,
          APPLICATIONS,
          'destinationServer',
          serverKey(destination.server),
        );
  }

  /** The clusters that hold cluster Secrets of Argo CD, by name. */
  hubs(): SourceInfo[] {
    return this.clusters.filter(hub => this.secretsOf(hub).length > 0);
  }

  /** Whether a cluster may hold cluster Secrets of Argo CD that nobody may see. */
  mayHideSecrets(cluster: SourceInfo): boolean {
    const isKnown = ({ row }: { row: Row }) =>
      isComplete(this.read.coverage(cluster.id, SECRETS, row.namespace));
    const secrets = this.secretsOf(cluster);
    if (secrets.length > 0) {
      return !secrets.every(isKnown);
    }
    const applications = this.read.rows(cluster.id, APPLICATIONS);
    return (
      applications.length > 0 && !applications.some(row => isKnown({ row }))
    );
  }

  /** Whether some cloud has not yet said which clusters it has. */
  isAnyCloudUnread(): boolean {
    return this.clouds.some(
      ({ id }) => !isComplete(this.read.coverage(id, CLUSTERS)),
    );
  }

  #find<Slice>(
    sources: SourceInfo[],
    resource: string,
    index: string,
    key: string,
  ): Seen<Slice>[] {
    return sources.flatMap(({ id }) =>
      allSeen<Slice>(this.read.rowsBy(id, resource, index, key)),
    );
  }
}
