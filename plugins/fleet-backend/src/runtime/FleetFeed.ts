import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Coverage,
  formatItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import {
  EngineInput,
  EngineOutput,
  FleetEngine,
  Row,
} from '@slipway/backstage-plugin-fleet-node';
import { ItemHistory, Remembered, StoreQueue } from '../store';
import { CoverageEntry, ResumeFrom, ResumePoint, WatchSink } from '../watch';
import { keepKnownCoverage, keepKnownSource } from './keepKnown';
import { RevisitTimer } from './RevisitTimer';
import { warmInput } from './warmInput';

interface FleetFeedOptions {
  engine: FleetEngine;
  queue: StoreQueue;
  history: ItemHistory;
  logger: LoggerService;
  now: () => Date;
}

/**
 * Leads what the watches bring into the engine, and what that changes to those
 * who listen and into the store.
 */
export class FleetFeed implements WatchSink {
  readonly #options: FleetFeedOptions;
  readonly #timer: RevisitTimer;
  readonly #listeners: ((output: EngineOutput) => void)[] = [];
  readonly #sources = new Map<string, SourceInfo>();
  readonly #coverage = new Map<string, Coverage>();
  /** By source, then by resource. */
  readonly #points = new Map<string, Map<string, ResumePoint>>();

  static create(options: FleetFeedOptions): FleetFeed {
    return new FleetFeed(options);
  }

  private constructor(options: FleetFeedOptions) {
    this.#options = options;
    this.#timer = RevisitTimer.create({
      now: options.now,
      onDue: () => this.#apply({}),
    });
  }

  /** Calls back with every change from now on. */
  subscribe(listener: (output: EngineOutput) => void): void {
    this.#listeners.push(listener);
  }

  /** Begins with what the last run left; all at once, so that items are derived once. */
  warm(remembered: Pick<Remembered, 'resources' | 'sources'>, rows: Row[]) {
    const { sources, coverage } = warmInput(remembered, this.#options.now());
    sources.forEach(info => this.#sources.set(info.id, info));
    coverage.forEach(entry =>
      this.#coverage.set(coverageKey(entry), entry.coverage),
    );
    remembered.resources.forEach(({ resourceVersion, ...entry }) => {
      if (resourceVersion !== undefined) {
        this.#setPoint({ ...entry, resourceVersion });
      }
    });
    const known = rows.filter(row => this.#sources.has(row.source));
    const { engine } = this.#options;
    this.#take({
      ...engine.apply({ rows: known, sources, coverage }),
      // They come from where they would be written to.
      rows: [],
    });
    this.#take(engine.tick());
    this.#forgetUnkept(rows);
  }

  /** Ids of the sources that are known. */
  sourceIds(): string[] {
    return [...this.#sources.keys()];
  }

  /** From where the watches of a source go on. */
  resumeFrom(source: string): ResumeFrom | undefined {
    const info = this.#sources.get(source);
    return (
      info && {
        uid: info.uid,
        lastContact: info.lastContact,
        resources: new Map(
          this.#resourcesOf(source).map(resource => [
            resource,
            {
              resourceVersion: this.#points.get(source)?.get(resource)
                ?.resourceVersion,
              lastContact: this.#coverage.get(coverageKey({ source, resource }))
                ?.lastContact,
              namespaces: this.#knownNamespaces(source, resource),
              known: this.#options.engine.reader.rows(source, resource),
            },
          ]),
        ),
      }
    );
  }

  #namespacesOf(source: string, resource: string): [string, Coverage][] {
    const before = coverageKey({ source, resource });
    return [...this.#coverage]
      .filter(([key]) => key.startsWith(before) && key !== before)
      .map(([key, coverage]) => [key.slice(before.length), coverage]);
  }

  #knownNamespaces(source: string, resource: string) {
    return new Map(
      this.#namespacesOf(source, resource).filter(
        ([, { state }]) => state === 'live' || state === 'stale',
      ),
    );
  }

  /** Also those of which not all was known: what is left of them may be gone. */
  #resourcesOf(source: string): string[] {
    const covered = [...this.#coverage.keys()]
      .map(key => key.split(' '))
      .filter(([of]) => of === source)
      .map(([, resource]) => resource);
    const points = this.#points.get(source)?.keys() ?? [];
    return [...new Set([...points, ...covered])];
  }

  rows(rows: Row[]): void {
    this.#apply({ rows });
  }

  coverage(told: CoverageEntry): void {
    const { queue } = this.#options;
    const key = coverageKey(told);
    const coverage = keepKnownCoverage(told.coverage, this.#coverage.get(key));
    this.#coverage.set(key, coverage);
    const { source, resource, namespace } = told;
    if (namespace === undefined) {
      queue.addResource({ source, resource, coverage });
    } else {
      const namespaces = Object.fromEntries(
        this.#namespacesOf(source, resource),
      );
      queue.addResource({ source, resource, namespaces });
    }
    this.#apply({ coverage: [{ ...told, coverage }] });
  }

  source(told: SourceInfo): void {
    const known = this.#sources.get(told.id);
    const info = keepKnownSource(told, known);
    this.#sources.set(info.id, info);
    if (known?.uid !== undefined && known.uid !== info.uid) {
      this.#forgetPoints(info.id);
    }
    this.#options.queue.addSource(info);
    this.#apply({ sources: [info] });
  }

  resumePoint(point: ResumePoint): void {
    this.#setPoint(point);
    this.#options.queue.addResource(point);
  }

  sourceGone(source: string): void {
    this.#sources.delete(source);
    this.#points.delete(source);
    for (const key of this.#coverage.keys()) {
      if (key.startsWith(`${source} `)) {
        this.#coverage.delete(key);
      }
    }
    this.#options.queue.removeSource(source);
    this.#apply({ removedSources: [source] });
  }

  stop(): void {
    this.#timer.stop();
  }

  /** Versions of another cluster, behind the same address, mean nothing. */
  #forgetPoints(source: string) {
    for (const resource of this.#points.get(source)?.keys() ?? []) {
      const resourceVersion = undefined;
      this.#options.queue.addResource({ source, resource, resourceVersion });
    }
    this.#points.delete(source);
  }

  /** What the engine does not keep, for its age or its source, goes from the store. */
  #forgetUnkept(rows: Row[]) {
    const { engine, queue, now } = this.#options;
    for (const row of rows) {
      const { source, resource, namespace, name, uid } = row;
      const kept = engine.reader.row(source, resource, namespace, name);
      if (kept?.uid !== uid) {
        queue.addRow({ ...row, goneAt: now().toISOString() });
      }
    }
  }

  #setPoint({ source, resource, resourceVersion }: ResumePoint) {
    const points = this.#points.get(source) ?? new Map();
    this.#points.set(
      source,
      points.set(resource, { source, resource, resourceVersion }),
    );
  }

  // Watches and timers call this: what throws here would end them.
  #apply(input: EngineInput) {
    const { engine, logger } = this.#options;
    try {
      this.#take(engine.apply(input));
    } catch (error) {
      logger.error('What was watched was not taken in', toError(error));
    }
  }

  #take(output: EngineOutput) {
    const { engine, queue, history, now } = this.#options;
    output.rows.forEach(row => queue.addRow(row));
    for (const item of output.items) {
      const { stored, entry } = history.record(item, now());
      queue.addItem(stored);
      if (entry) {
        queue.addTimeline(entry);
      }
    }
    for (const id of output.removed.map(formatItemRef)) {
      history.forget(id);
      queue.removeItem(id);
    }
    output.incidents.forEach(incident => queue.addIncident(incident));
    this.#timer.set(engine.nextRevisitAt());
    this.#listeners.forEach(listener => listener(output));
  }
}

function coverageKey(entry: Omit<CoverageEntry, 'coverage'>): string {
  return `${entry.source} ${entry.resource} ${entry.namespace ?? ''}`;
}
