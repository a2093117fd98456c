import { KubernetesApi, startKubernetesApi } from '../kubernetes';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { definitionsFor } from './definitionsFor';
import { readScenario, ScenarioCluster } from './readScenario';

/** A museum cluster that is up. */
export interface Exhibit {
  name: string;
  api: KubernetesApi;
  readerToken: string;
}

export interface MuseumOptions {
  state: StateFolder;
  /** Ports are taken from here on, one a cluster. */
  firstPort: number;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
  /** Makes the fleet know a cluster. */
  register: (exhibit: Exhibit) => Promise<void>;
  unregister: (name: string) => Promise<void>;
}

/**
 * Clusters without controllers, in which a scenario of the failure corpus
 * stands as it was recorded, to be looked at in the product.
 */
export class Museum {
  readonly #options: MuseumOptions;
  #exhibits: Exhibit[] = [];

  static create(options: MuseumOptions): Museum {
    return new Museum(options);
  }

  private constructor(options: MuseumOptions) {
    this.#options = options;
  }

  /** Replaces what is shown by the clusters of a scenario file. */
  async show(file: string): Promise<string> {
    const { now } = this.#options;
    const scenario = readScenario(file, now());
    await this.clear();
    for (const [index, cluster] of scenario.clusters.entries()) {
      this.#exhibits.push(await this.#exhibit(cluster, index));
    }
    const lines = this.#exhibits.map(
      ({ name }) =>
        `  kubectl --kubeconfig "${this.#kubeconfig(name)}" get all -A`,
    );
    return [`${scenario.name}: ${scenario.story}`, ...lines].join('\n');
  }

  /** Closes all museum clusters. */
  async clear(): Promise<string> {
    const gone = this.#exhibits;
    this.#exhibits = [];
    for (const { name, api } of gone) {
      await this.#options.unregister(name);
      await api.stop();
    }
    return gone.length ? 'The museum is empty.' : 'The museum was empty.';
  }

  async #exhibit(cluster: ScenarioCluster, index: number): Promise<Exhibit> {
    const { state, firstPort, signal, log, now } = this.#options;
    const { name } = cluster;
    const own = state.room(name);
    const users = ['admin', 'reader'].map(user => ({
      name: user,
      token: own.secret(user),
      groups: user === 'admin' ? ['system:masters'] : [],
    }));
    const api = await startKubernetesApi({
      name,
      port: firstPort + index,
      // A scenario is loaded whole each time; nothing of the last one stays.
      state: own.room(`shown-${now().getTime()}`),
      // What a recorded object's owner was is often not in the scenario.
      collectGarbage: false,
      ca: await CertificateAuthority.loadOrCreate(own, `${name} CA`, now()),
      users,
      signal,
      log,
      now,
    });
    const unknown = cluster.objects.filter(({ apiVersion, kind }) => {
      const [, group = ''] = apiVersion.split('/').reverse();
      return !api.serves(group, kind);
    });
    api.load([...definitionsFor(unknown), ...cluster.objects]);
    own.writeText(api.kubeconfigFor('admin'), 'admin.kubeconfig');
    const exhibit = { name, api, readerToken: own.secret('reader') };
    await this.#options.register(exhibit);
    if (!cluster.reachable) {
      await api.setFault('gone');
    }
    return exhibit;
  }

  #kubeconfig(name: string): string {
    return this.#options.state.room(name).path('admin.kubeconfig');
  }
}
