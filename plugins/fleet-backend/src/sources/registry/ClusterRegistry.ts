import { LoggerService } from '@backstage/backend-plugin-api';
import {
  clusterSourceId,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import {
  Clock,
  ClusterAccess,
  ClusterClient,
  ClusterDefinition,
  ClusterSource,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { ResumeFrom, Semaphore, WatchSink } from '../../watch';
import { describeError } from '../../watch/transport/describeError';
import { ClusterClients } from './ClusterClients';
import { DuplicateCluster, mergeClusters } from './mergeClusters';
import { ResumePoints } from './ResumePoints';
import { RunningWatchers } from './RunningWatchers';

/** Where clusters come from, what of them is watched, and from where on. */
export interface ClusterRegistryOptions {
  /** In order of precedence. */
  sources: ClusterSource[];
  /** The clusters that are registered at a hub. */
  registrationsOf(hub: { name: string; access: ClusterAccess }): ClusterSource;
  resources: WatchedResource[];
  /** What is known of a source already, `cluster/dev-1`. */
  resumeFrom(source: string): ResumeFrom | undefined;
  /** Sources that the last run knew. */
  remembered: string[];
  clock: Clock;
  now: () => Date;
  /** Between 0 and 1. */
  random: () => number;
  logger: LoggerService;
}

interface RunningSource {
  revision: string;
  told?: ClusterDefinition[];
  stop: AbortController;
  ended: Promise<void>;
}

const FIRST_LISTS = 20;

/** All clusters of the moment, each watched once. */
export class ClusterRegistry {
  readonly #options: ClusterRegistryOptions;
  readonly #clients = ClusterClients.create();
  readonly #sources = new Map<string, RunningSource>();
  /** Which cluster a definition stands for: name and revision to uid. */
  readonly #uids = new Map<string, string>();
  /** Names of hubs to ids of the sources that their registrations are. */
  readonly #hubs = new Map<string, string>();
  readonly #said = new Set<string>();
  #watchers: RunningWatchers | undefined;
  #sink: WatchSink | undefined;
  #clusters: ClusterDefinition[] = [];
  #remembered: string[];
  #reconciling = false;
  #isStopped = false;

  static create(options: ClusterRegistryOptions): ClusterRegistry {
    return new ClusterRegistry(options);
  }

  private constructor(options: ClusterRegistryOptions) {
    this.#options = options;
    this.#remembered = options.remembered;
  }

  /** Those that are watched. */
  get clusters(): ClusterDefinition[] {
    return this.#clusters;
  }

  /** For one-off reads of a cluster by its fleet name. */
  reader(name: string): ClusterClient | undefined {
    return this.#clients.reader(name);
  }

  /** For operations on a cluster, where somebody gave credentials for them. */
  operator(name: string): ClusterClient | undefined {
    return this.#clients.operator(name);
  }

  /** Watches until the signal is aborted, and all has ended. */
  async run(sink: WatchSink, signal: AbortSignal): Promise<void> {
    const points = ResumePoints.create();
    const { resumeFrom } = this.#options;
    this.#sink = points.listenTo(sink);
    this.#watchers = RunningWatchers.create({
      ...this.#options,
      semaphore: Semaphore.create(FIRST_LISTS),
      sink: this.#sink,
      resumeFrom: source => points.update(source, resumeFrom(source)),
      seen: info => this.#seen(info),
    });
    this.#options.sources.forEach(source => this.#listen(source, 'fixed'));
    await new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
      if (signal.aborted) {
        resolve();
      }
    });
    this.#isStopped = true;
    const running = [...this.#sources.values()];
    running.forEach(({ stop }) => stop.abort());
    await this.#watchers.stop();
    await Promise.all(running.map(({ ended }) => ended));
    await this.#clients.close();
  }

  #listen(source: ClusterSource, revision: string): void {
    const stop = new AbortController();
    const running: RunningSource = {
      revision,
      stop,
      ended: Promise.resolve(),
    };
    this.#sources.set(source.id, running);
    const tell = (clusters: ClusterDefinition[]) => {
      if (!stop.signal.aborted) {
        running.told = clusters;
        this.#reconcileSoon();
      }
    };
    running.ended = source.run(tell, stop.signal).catch(error => {
      if (!stop.signal.aborted) {
        this.#options.logger.error(
          `The cluster source ${source.id} ended: ${describeError(error)}`,
        );
      }
    });
  }

  /** Not at once: watchers speak while they are started, too. */
  #reconcileSoon(): void {
    if (!this.#reconciling) {
      this.#reconciling = true;
      queueMicrotask(() => {
        this.#reconciling = false;
        try {
          this.#reconcile();
        } catch (error) {
          this.#options.logger.error(
            `Cannot bring the watched clusters up to date: ${describeError(
              error,
            )}`,
          );
        }
      });
    }
  }

  #reconcile(): void {
    if (this.#isStopped) {
      return;
    }
    const told = [...this.#sources.values()].map(source => source.told ?? []);
    this.#forgetUids(told.flat());
    const { clusters, duplicates } = mergeClusters({
      told,
      uidOf: definition => this.#uids.get(keyOf(definition)),
    });
    this.#clusters = clusters;
    this.#clients.set(clusters);
    this.#watchers?.set(clusters);
    duplicates.forEach(duplicate => this.#sayOnce(duplicate));
    if (!this.#reconcileHubs(clusters)) {
      this.#forgetUnknown();
    }
  }

  /** @returns whether a source began or ended */
  #reconcileHubs(clusters: ClusterDefinition[]): boolean {
    const { registrationsOf } = this.#options;
    const wanted = new Set<string>();
    let changed = false;
    for (const { name, access, revision } of clusters.filter(
      ({ hub }) => hub,
    )) {
      if ('error' in access) {
        // A file that cannot be read for a moment unregisters no cluster.
        wanted.add(this.#hubs.get(name) ?? '');
        continue;
      }
      const source = registrationsOf({ name, access });
      this.#hubs.set(name, source.id);
      wanted.add(source.id);
      const before = this.#sources.get(source.id);
      if (before?.revision !== revision) {
        before?.stop.abort();
        this.#listen(source, revision);
        // Until it tells again, what it told last counts.
        this.#sources.get(source.id)!.told ??= before?.told;
        changed = true;
      }
    }
    for (const [name, id] of [...this.#hubs]) {
      if (!wanted.has(id)) {
        this.#sources.get(id)?.stop.abort();
        this.#sources.delete(id);
        this.#hubs.delete(name);
        this.#reconcileSoon();
        changed = true;
      }
    }
    return changed;
  }

  /** Once all sources have told, what the last run knew besides is gone. */
  #forgetUnknown(): void {
    const sources = [...this.#sources.values()];
    const isUntold =
      sources.some(({ told }) => !told) ||
      this.#clusters.some(({ name, hub }) => hub && !this.#hubs.has(name));
    if (this.#remembered.length === 0 || isUntold) {
      return;
    }
    const known = new Set(
      this.#clusters.map(({ name }) => clusterSourceId(name)),
    );
    const gone = this.#remembered.filter(
      id => id.startsWith('cluster/') && !known.has(id),
    );
    this.#remembered = [];
    gone.forEach(id => this.#sink?.sourceGone(id));
  }

  #seen({ name, uid }: SourceInfo): void {
    const definition = this.#clusters.find(cluster => cluster.name === name);
    const key = definition && keyOf(definition);
    if (key && uid && this.#uids.get(key) !== uid) {
      const isTaken = [...this.#uids.values()].includes(uid);
      this.#uids.set(key, uid);
      if (isTaken) {
        this.#reconcileSoon();
      }
    }
  }

  #forgetUids(told: ClusterDefinition[]): void {
    const keys = new Set(told.map(keyOf));
    for (const key of [...this.#uids.keys()]) {
      if (!keys.has(key)) {
        this.#uids.delete(key);
      }
    }
  }

  #sayOnce({ name, of }: DuplicateCluster): void {
    const line = `${name} is the cluster ${of}, which is watched already`;
    if (!this.#said.has(line)) {
      this.#said.add(line);
      this.#options.logger.warn(line);
    }
  }
}

function keyOf({ name, revision }: ClusterDefinition): string {
  return `${name} ${revision}`;
}
