import { LoggerService } from '@backstage/backend-plugin-api';
import { clusterSourceId } from '@slipway/backstage-plugin-fleet-common';
import {
  ClusterAccess,
  ClusterDefinition,
  Clock,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { Semaphore } from '../reflector/Semaphore';
import { ClusterTransport } from '../transport/ClusterTransport';
import { WatchSink } from '../WatchSink';
import { ClusterContact } from './ClusterContact';
import { ResourceFinder } from './ResourceFinder';
import { ResourceWatcher, ResourceWatcherOptions } from './ResourceWatcher';
import { ResumeFrom } from './ResumeFrom';
import { SinkBatcher } from './SinkBatcher';

/** What is watched, and who gets it. */
export interface ClusterWatcherOptions {
  definition: ClusterDefinition;
  resources: WatchedResource[];
  resumeFrom?: ResumeFrom;
  sink: WatchSink;
  /** Places for first lists, shared by all clusters. */
  semaphore: Semaphore;
  clock: Clock;
  now: () => Date;
  /** Between 0 and 1. */
  random: () => number;
  logger: LoggerService;
  signal: AbortSignal;
}

const FIRST_LISTS = 3;

/** Watches one cluster until its signal is aborted. */
export class ClusterWatcher {
  readonly #options: ClusterWatcherOptions;
  readonly #source: string;
  readonly #batcher: SinkBatcher;

  /** Begins and returns; `ended` resolves when all has stopped. */
  static start(options: ClusterWatcherOptions): { ended: Promise<void> } {
    const watcher = new ClusterWatcher(options);
    return { ended: watcher.#run() };
  }

  private constructor(options: ClusterWatcherOptions) {
    this.#options = options;
    this.#source = clusterSourceId(options.definition.name);
    this.#batcher = SinkBatcher.create(options);
  }

  async #run(): Promise<void> {
    const { access } = this.#options.definition;
    if ('error' in access) {
      this.#tellUnusable(access.error);
      return;
    }
    if (!URL.canParse(access.server)) {
      this.#tellUnusable(`its address is none: ${access.server}`);
      return;
    }
    const { signal, clock } = this.#options;
    const transport = ClusterTransport.create(access);
    const finder = ResourceFinder.create({ transport, clock });
    const ofCluster = Semaphore.create(FIRST_LISTS);
    const slots = { ofCluster, ofAll: this.#options.semaphore };
    const watchers: ResourceWatcher[] = [];
    const contact = this.#contact(transport, access, watchers);
    for (const resource of this.#options.resources) {
      watchers.push(this.#watcher(resource, contact, { finder, slots }));
    }
    await Promise.all([
      contact.run(signal),
      ...watchers.map(watcher => watcher.run(signal)),
    ]);
    await transport.close();
  }

  #tellUnusable(error: string): void {
    const { now, resumeFrom, logger, definition, sink } = this.#options;
    logger.warn(`The cluster ${definition.name} cannot be asked: ${error}`);
    for (const { id } of this.#options.resources) {
      const remembered = resumeFrom?.resources.get(id);
      const hasAll = remembered?.resourceVersion !== undefined;
      this.#batcher.coverage({
        source: this.#source,
        resource: id,
        coverage: {
          state: hasAll ? 'stale' : 'not-asked',
          lastContact: remembered?.lastContact,
          error,
        },
      });
    }
    sink.source({
      ...this.#description(),
      uid: resumeFrom?.uid,
      lastContact: resumeFrom?.lastContact,
      state: 'failed',
      reachable: false,
      since: now().toISOString(),
      error,
    });
  }

  #description() {
    const { name, owner, labels } = this.#options.definition;
    return { id: this.#source, kind: 'cluster' as const, name, owner, labels };
  }

  #contact(
    transport: ClusterTransport,
    { server }: ClusterAccess,
    watchers: ResourceWatcher[],
  ): ClusterContact {
    const { definition, clock, now, sink, logger, resumeFrom } = this.#options;
    return ClusterContact.create({
      transport,
      description: { ...this.#description(), server },
      remembered: resumeFrom,
      clock,
      now,
      tell: info => sink.source(info),
      lost(message) {
        logger.warn(`The cluster ${definition.name} is lost: ${message}`);
        watchers.forEach(watcher => watcher.lost(message));
      },
      replaced() {
        logger.warn(`Another cluster answers as ${definition.name} now`);
        watchers.forEach(watcher => watcher.startOver());
      },
    });
  }

  #watcher(
    resource: WatchedResource,
    contact: ClusterContact,
    shared: Pick<ResourceWatcherOptions, 'finder' | 'slots'>,
  ): ResourceWatcher {
    return ResourceWatcher.create({
      ...this.#options,
      ...shared,
      source: this.#source,
      resource,
      remembered: this.#options.resumeFrom?.resources.get(resource.id),
      cluster: contact,
      batcher: this.#batcher,
    });
  }
}
