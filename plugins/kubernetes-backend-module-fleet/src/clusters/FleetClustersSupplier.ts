import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  ClusterDetails,
  KubernetesClustersSupplier,
  KubernetesCredential,
} from '@backstage/plugin-kubernetes-node';
import {
  DirectoryCluster,
  FleetDirectory,
} from '@slipway/backstage-plugin-fleet-node';
import { SuppliedCluster, toClusterDetails } from './toClusterDetails';

/** What {@link FleetClustersSupplier} supplies from. */
export interface FleetClustersSupplierOptions {
  directory: FleetDirectory;
  logger: LoggerService;
}

/** A credential plugin may wait for somebody to log in. */
const LONGEST_AUTHENTICATION_MS = 3_000;

/** The clusters of the moment with the credentials of the fleet's reader. */
export class FleetClustersSupplier implements KubernetesClustersSupplier {
  readonly #options: FleetClustersSupplierOptions;
  /** Of each cluster what was said last. */
  readonly #said = new Map<string, string>();
  readonly #supplied = new Map<string, SuppliedCluster>();

  static create(options: FleetClustersSupplierOptions): FleetClustersSupplier {
    return new FleetClustersSupplier(options);
  }

  private constructor(options: FleetClustersSupplierOptions) {
    this.#options = options;
  }

  async getClusters(): Promise<ClusterDetails[]> {
    return this.supply(this.#options.directory.clusters());
  }

  /** Those of the clusters that the Kubernetes plugin can ask. */
  async supply(clusters: DirectoryCluster[]): Promise<ClusterDetails[]> {
    this.#forgetGone();
    const supplied = await Promise.all(
      clusters.map(cluster => this.#supplyOne(cluster)),
    );
    return supplied.flatMap(one => one?.details ?? []);
  }

  /** What a cluster is asked with, where its details do not say it. */
  credentialOf(name: string): KubernetesCredential | undefined {
    return this.#supplied.get(name)?.credential;
  }

  async #supplyOne(
    cluster: DirectoryCluster,
  ): Promise<SuppliedCluster | undefined> {
    const { name } = cluster;
    try {
      const supplied = await read(cluster);
      this.#supplied.set(name, supplied);
      this.#said.delete(name);
      return supplied;
    } catch (error) {
      this.#supplied.delete(name);
      this.#sayOnce(name, toError(error).message);
      return undefined;
    }
  }

  /** The credentials of a cluster go with it. */
  #forgetGone(): void {
    const clusters = this.#options.directory.clusters();
    const there = new Set(clusters.map(({ name }) => name));
    for (const known of [this.#supplied, this.#said]) {
      [...known.keys()]
        .filter(name => !there.has(name))
        .forEach(name => known.delete(name));
    }
  }

  #sayOnce(name: string, reason: string): void {
    if (this.#said.get(name) !== reason) {
      this.#said.set(name, reason);
      this.#options.logger.warn(
        `The Kubernetes tab leaves out the cluster ${name}: ${reason}`,
      );
    }
  }
}

async function read({
  name,
  access,
}: DirectoryCluster): Promise<SuppliedCluster> {
  if ('error' in access) {
    throw new Error(access.error);
  }
  const signal = AbortSignal.timeout(LONGEST_AUTHENTICATION_MS);
  const credentials = await access.authenticate({ fresh: false, signal });
  return toClusterDetails(name, access, credentials);
}
