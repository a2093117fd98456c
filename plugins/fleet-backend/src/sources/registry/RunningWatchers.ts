import {
  clusterSourceId,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { toError } from '@backstage/errors';
import { ClusterDefinition } from '@slipway/backstage-plugin-fleet-node';
import {
  ClusterWatcher,
  ClusterWatcherOptions,
  ResumeFrom,
  WatchSink,
} from '../../watch';

/** What all watchers share, and from where each of them goes on. */
export interface RunningWatchersOptions
  extends Omit<
    ClusterWatcherOptions,
    'definition' | 'resumeFrom' | 'signal' | 'sink'
  > {
  sink: WatchSink;
  resumeFrom(source: string): ResumeFrom | undefined;
  /** Called with everything that is told of a cluster, before the sink. */
  seen(info: SourceInfo): void;
}

interface Running {
  revision: string;
  stop: AbortController;
  ended: Promise<void>;
}

/** The watchers of the clusters that are to be watched at the moment. */
export class RunningWatchers {
  readonly #options: RunningWatchersOptions;
  readonly #running = new Map<string, Running>();
  readonly #ending = new Set<Promise<void>>();

  static create(options: RunningWatchersOptions): RunningWatchers {
    return new RunningWatchers(options);
  }

  private constructor(options: RunningWatchersOptions) {
    this.#options = options;
  }

  /** Watches exactly these. */
  set(clusters: ClusterDefinition[]): void {
    const wanted = new Set(clusters.map(({ name }) => name));
    for (const name of [...this.#running.keys()]) {
      if (!wanted.has(name)) {
        this.#end(name);
        this.#options.sink.sourceGone(clusterSourceId(name));
      }
    }
    for (const definition of clusters) {
      const running = this.#running.get(definition.name);
      if (running?.revision !== definition.revision) {
        this.#end(definition.name);
        this.#begin(definition);
      }
    }
  }

  async stop(): Promise<void> {
    [...this.#running.keys()].forEach(name => this.#end(name));
    await Promise.all(this.#ending);
  }

  #begin(definition: ClusterDefinition): void {
    const stop = new AbortController();
    const { ended } = ClusterWatcher.start({
      ...this.#options,
      definition,
      resumeFrom: this.#options.resumeFrom(clusterSourceId(definition.name)),
      sink: this.#guard(stop.signal),
      signal: stop.signal,
    });
    const { name, revision } = definition;
    const { logger } = this.#options;
    this.#running.set(name, {
      revision,
      stop,
      ended: ended.catch(error =>
        logger.error(`The watcher of ${name} ended: ${toError(error)}`),
      ),
    });
  }

  #end(name: string): void {
    const running = this.#running.get(name);
    if (running) {
      this.#running.delete(name);
      running.stop.abort();
      const ending = running.ended.finally(() => this.#ending.delete(ending));
      this.#ending.add(ending);
    }
  }

  /** What a watcher still says while it ends is not heard. */
  #guard(signal: AbortSignal): WatchSink {
    const { sink, seen, logger } = this.#options;
    const ifRunning =
      <T>(tell: (value: T) => void) =>
      (value: T) => {
        if (signal.aborted) {
          return;
        }
        try {
          tell(value);
        } catch (error) {
          // No watch ends, and the process does not, for what is done with it.
          logger.error(`Cannot take what a watch brought: ${toError(error)}`);
        }
      };
    return {
      rows: ifRunning(rows => sink.rows(rows)),
      coverage: ifRunning(entry => sink.coverage(entry)),
      resumePoint: ifRunning(point => sink.resumePoint(point)),
      sourceGone: ifRunning(source => sink.sourceGone(source)),
      source: ifRunning(info => {
        seen(info);
        // It may have turned out to be another one that is known already.
        if (!signal.aborted) {
          sink.source(info);
        }
      }),
    };
  }
}
