import { setTimeout as delay } from 'node:timers/promises';
import {
  Informer,
  KubernetesClient,
  KubernetesObject,
  KubernetesResource,
  ObjectChange,
  resources,
} from '../../client';
import { describeConnectionError } from './describeConnectionError';
import { Discovery } from './Discovery';
import { LiveObjects } from './LiveObjects';

export interface DestinationClusterOptions {
  name: string;
  server: string;
  client: KubernetesClient;
  /** The client is of nobody else, so it ends with this. */
  ownsClient: boolean;
  signal: AbortSignal;
  onObjectChange: (change: ObjectChange<KubernetesObject>) => void;
  /** Reachable, no longer reachable, or other kinds are served. */
  onStateChange: () => void;
}

const PROBE_MS = 2000;
const PROBE_TIMEOUT_MS = 5000;

/** A cluster that Applications are deployed to. */
export class DestinationCluster {
  readonly name: string;
  readonly server: string;
  readonly client: KubernetesClient;
  readonly live: LiveObjects;
  readonly #discovery: Discovery;
  readonly #options: DestinationClusterOptions;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #probed: Promise<void>;
  #failure?: string;

  static connect(options: DestinationClusterOptions): DestinationCluster {
    return new DestinationCluster(options);
  }

  private constructor(options: DestinationClusterOptions) {
    const { name, server, client, onObjectChange } = options;
    this.name = name;
    this.server = server;
    this.client = client;
    this.#options = options;
    this.#signal = AbortSignal.any([options.signal, this.#stop.signal]);
    this.#discovery = Discovery.create(client);
    this.live = LiveObjects.create({
      client,
      signal: this.#signal,
      onChange: onObjectChange,
    });
    this.#probed = this.#probe();
    this.#keepProbing();
    this.#watchDefinitions();
    if (options.ownsClient) {
      this.#signal.addEventListener('abort', () => client.close());
    }
  }

  /** Why the cluster cannot be used, after the first attempt to reach it. */
  async failure(): Promise<string | undefined> {
    await this.#probed;
    return this.#failure;
  }

  /** Where a kind is served; `undefined` when the cluster does not know it. */
  find(
    apiVersion: string,
    kind: string,
  ): Promise<KubernetesResource | undefined> {
    return this.#discovery.find(apiVersion, kind);
  }

  /** The registration is gone or was changed. */
  disconnect(): void {
    this.#stop.abort();
  }

  async #keepProbing(): Promise<void> {
    const signal = this.#signal;
    await this.#probed;
    while (!signal.aborted) {
      const before = this.#failure;
      await delay(PROBE_MS, undefined, { signal }).catch(() => {});
      await this.#probe();
      if (before !== this.#failure && !signal.aborted) {
        this.#options.onStateChange();
      }
    }
  }

  async #probe(): Promise<void> {
    try {
      await this.client.request('/version', {
        signal: AbortSignal.any([
          this.#signal,
          AbortSignal.timeout(PROBE_TIMEOUT_MS),
        ]),
      });
      // Anybody may ask for the version; only a known token for its kinds.
      await this.find('v1', 'Namespace');
      this.#failure = undefined;
    } catch (error) {
      // To be disconnected says nothing about the cluster.
      if (this.#signal.aborted) {
        return;
      }
      this.#failure = describeConnectionError(this.server, error as Error);
    }
  }

  #watchDefinitions(): void {
    const definitions = Informer.start({
      client: this.client,
      resource: resources.customResourceDefinitions,
      signal: this.#signal,
    });
    definitions.onChange(() => {
      this.#discovery.forget();
      this.#options.onStateChange();
    });
  }
}
