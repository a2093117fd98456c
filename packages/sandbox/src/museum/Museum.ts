import { resources } from '../client';
import { KubernetesApi, startKubernetesApi } from '../kubernetes';
import { RecordedCloud } from '../openstack/types';
import { CertificateAuthority } from '../pki/CertificateAuthority';
import { StateFolder } from '../state/StateFolder';
import { definitionsFor } from './definitionsFor';
import { readerRole } from './readerRole';
import { readScenario, ScenarioCluster } from './readScenario';
import { whenQuiet } from './whenQuiet';

/** A museum cluster that is up. */
export interface Exhibit {
  name: string;
  api: KubernetesApi;
  readerToken: string;
  /** Aborted when it is taken down. */
  closed: AbortController;
}

export interface MuseumOptions {
  state: StateFolder;
  /** Ports are taken from here on, one a cluster; 0: any free ones. */
  firstPort: number;
  signal: AbortSignal;
  log: (line: string) => void;
  now: () => Date;
  /** Makes the fleet know a cluster. */
  register: (exhibit: Exhibit) => Promise<void>;
  unregister: (name: string) => Promise<void>;
  /** Names of other clusters, which a scenario must not take. */
  taken: () => string[];
  /** Shows what a cloud answered; `undefined` when nothing is shown any more. */
  showCloud: (records: RecordedCloud | undefined) => void;
  /** When a cluster that cannot be reached is closed though nobody read it. @default 30000 */
  unreachableAfterMs?: number;
}

/** The fleet has read everything when it asks no more. */
const QUIET_MS = 3_000;
const UNREACHABLE_AFTER_MS = 30_000;

/**
 * Clusters without controllers, in which a scenario of the failure corpus
 * stands as it was recorded, to be looked at in the product.
 */
export class Museum {
  readonly #options: MuseumOptions;
  #exhibits: Exhibit[] = [];
  #showsCloud = false;

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
    const { taken } = this.#options;
    const clash = scenario.clusters.find(({ name }) => taken().includes(name));
    if (clash) {
      throw new Error(`There is a cluster ${clash.name} already.`);
    }
    await this.clear();
    for (const [index, cluster] of scenario.clusters.entries()) {
      this.#exhibits.push(await this.#exhibit(cluster, index));
    }
    const { openstack } = scenario;
    if (openstack) {
      this.#options.showCloud(openstack);
      this.#showsCloud = true;
    }
    const lines = scenario.clusters.map(({ name, reachable }) =>
      reachable
        ? `  kubectl --kubeconfig "${this.#kubeconfig(name)}" get all -A`
        : `  ${name} cannot be reached any more as soon as the fleet has read it.`,
    );
    return [
      `${scenario.name}: ${scenario.story}`,
      ...lines,
      ...(openstack
        ? ['  What OpenStack answered is shown as cloud museum.']
        : []),
    ].join('\n');
  }

  /** Closes all museum clusters. */
  async clear(): Promise<string> {
    const gone = this.#exhibits;
    this.#exhibits = [];
    const isEmpty = gone.length === 0 && !this.#showsCloud;
    if (this.#showsCloud) {
      this.#options.showCloud(undefined);
      this.#showsCloud = false;
    }
    for (const { name, api, closed } of gone) {
      closed.abort();
      await this.#options.unregister(name);
      await api.stop();
    }
    return isEmpty ? 'The museum was empty.' : 'The museum is empty.';
  }

  async #exhibit(cluster: ScenarioCluster, index: number): Promise<Exhibit> {
    const { state, firstPort, signal, log, now } = this.#options;
    const { name, objects, forbidden } = cluster;
    const own = state.room(name);
    const users = ['admin', 'reader'].map(user => ({
      name: user,
      token: own.secret(user),
      groups: user === 'admin' ? ['system:masters'] : [],
    }));
    let lastRead: number | undefined;
    const api = await startKubernetesApi({
      name,
      port: firstPort && firstPort + index,
      // A scenario is loaded whole each time; nothing of the last one stays.
      state: own.room(`shown-${now().getTime()}`),
      // Nothing may change what was recorded.
      housekeeping: false,
      onRequest: user => {
        if (user === 'reader') {
          lastRead = Date.now();
        }
      },
      ca: await CertificateAuthority.loadOrCreate(own, `${name} CA`, now()),
      users,
      signal,
      log,
      now,
    });
    const isUnknown = (group: string, kind: string) => !api.serves(group, kind);
    api.load(
      definitionsFor(
        objects.filter(({ apiVersion, kind }) => {
          const [, group = ''] = apiVersion.split('/').reverse();
          return isUnknown(group, kind);
        }),
        // Served without any object of theirs, so that none being there is known.
        Object.values(resources).filter(({ group, kind }) =>
          isUnknown(group, kind),
        ),
      ),
    );
    api.load([readerRole(api.served(), forbidden), ...objects]);
    own.writeText(api.kubeconfigFor('admin'), 'admin.kubeconfig');
    const closed = new AbortController();
    const exhibit = { name, api, readerToken: own.secret('reader'), closed };
    await this.#options.register(exhibit);
    if (!cluster.reachable) {
      // Only what was once read can be known of it.
      whenQuiet(
        {
          lastAsked: () => lastRead,
          quietMs: QUIET_MS,
          atMostMs: this.#options.unreachableAfterMs ?? UNREACHABLE_AFTER_MS,
          signal: AbortSignal.any([signal, closed.signal]),
        },
        () => void api.setFault('gone'),
      );
    }
    return exhibit;
  }

  #kubeconfig(name: string): string {
    return this.#options.state.room(name).path('admin.kubeconfig');
  }
}
