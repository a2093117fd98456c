import { KubernetesFetchError } from '@backstage/plugin-kubernetes-common';
import {
  ClusterDetails,
  FetchResponseWrapper,
  KubernetesCredential,
  KubernetesFetcher,
  ObjectFetchParams,
} from '@backstage/plugin-kubernetes-node';

/** What {@link FleetFetcher} fetches with. */
export interface FleetFetcherOptions {
  inner: KubernetesFetcher;
  supplier: { credentialOf(name: string): KubernetesCredential | undefined };
  /** @defaultValue 10 s */
  longestMs?: number;
}

const LONGEST_MS = 10_000;

/**
 * Fetches with the fleet's credentials, and gives up on a cluster that takes
 * connections and says nothing, as the default one does not.
 */
export class FleetFetcher implements KubernetesFetcher {
  readonly #options: FleetFetcherOptions;

  static create(options: FleetFetcherOptions): FleetFetcher {
    return new FleetFetcher(options);
  }

  private constructor(options: FleetFetcherOptions) {
    this.#options = options;
  }

  fetchObjectsForService(
    params: ObjectFetchParams,
  ): Promise<FetchResponseWrapper> {
    const { inner } = this.#options;
    const { clusterDetails } = params;
    const credential = this.#credential(clusterDetails, params.credential);
    return this.#within(
      clusterDetails,
      inner.fetchObjectsForService({ ...params, credential }),
    );
  }

  fetchPodMetricsByNamespaces(
    clusterDetails: ClusterDetails,
    credential: KubernetesCredential,
    namespaces: Set<string>,
    labelSelector?: string,
  ): Promise<FetchResponseWrapper> {
    return this.#within(
      clusterDetails,
      this.#options.inner.fetchPodMetricsByNamespaces(
        clusterDetails,
        this.#credential(clusterDetails, credential),
        namespaces,
        labelSelector,
      ),
    );
  }

  #credential(
    { name }: ClusterDetails,
    given: KubernetesCredential,
  ): KubernetesCredential {
    return this.#options.supplier.credentialOf(name) ?? given;
  }

  async #within(
    { name }: ClusterDetails,
    fetching: Promise<FetchResponseWrapper>,
  ): Promise<FetchResponseWrapper> {
    const { longestMs = LONGEST_MS } = this.#options;
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<FetchResponseWrapper>(resolve => {
      const error: KubernetesFetchError = {
        errorType: 'FETCH_ERROR',
        message: `${name} did not answer within ${longestMs / 1000} s`,
      };
      timer = setTimeout(
        () => resolve({ errors: [error], responses: [] }),
        longestMs,
      );
    });
    try {
      return await Promise.race([fetching, timeout]);
    } finally {
      clearTimeout(timer);
    }
  }
}
