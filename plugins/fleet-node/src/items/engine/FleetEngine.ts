import {
  clusterSourceId,
  FleetItem,
  formatItemRef,
  Incident,
  ItemRef,
  parseItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { IncidentBook } from '../../incidents';
import { NAMESPACES, ProblemReporter, Row } from '../../rows';
import { RowChange, RowStore } from '../../rows/store';
import { FleetDomain } from '../FleetDomain';
import { Reader } from '../Reader';
import { CoverageEntry, EngineInput } from './EngineInput';
import { EngineOutput } from './EngineOutput';
import { DomainReader } from './DomainReader';
import { DomainRunner } from './DomainRunner';
import { ItemDetail } from './ItemDetail';
import { ItemStore } from './ItemStore';
import { Pending } from './Pending';
import { Remembered } from './Remembered';
import { RememberedItem } from './RememberedItem';
import { RevisitQueue } from './RevisitQueue';
import { SettledDomains } from './SettledDomains';
import { SourceBook } from './SourceBook';
import { storedResources } from './storedResources';
import { TouchBook } from './TouchBook';
import { orderDomains } from './orderDomains';

/** What a {@link FleetEngine} needs. @public */
export interface FleetEngineOptions {
  domains: FleetDomain[];
  now: () => Date;
  onProblem?: ProblemReporter;
  /** What the run before knew; its rows are applied like all others. */
  remembered?: { items: RememberedItem[]; incidents: Incident[] };
}

/** What is remembered, but was not seen again after this time, is over. */
const WAIT_FOR_REMEMBERED = 15 * 60 * 1000;
const SHORTEST_REVISIT = 1000;

/**
 * Rows in, items and incidents out. Pure but for its memory: no I/O, no timers.
 * Each input costs what it concerns.
 *
 * @public
 */
export class FleetEngine {
  /** Sees the items of all domains, and their rows by all their indexes. */
  readonly reader: Reader;
  readonly #clock: () => Date;
  readonly #runners: DomainRunner[];
  readonly #rows: RowStore;
  readonly #sources = SourceBook.create();
  readonly #items = ItemStore.create();
  readonly #revisits = RevisitQueue.create();
  readonly #touches = TouchBook.create();
  readonly #incidents: IncidentBook;
  readonly #remembered: Remembered;
  readonly #settled: SettledDomains;
  readonly #startedAt: Date;
  #now: Date;

  /**
   * @throws Error when the domains do not fit together
   */
  static create(options: FleetEngineOptions): FleetEngine {
    return new FleetEngine(options);
  }

  private constructor(options: FleetEngineOptions) {
    const { items, incidents } = options.remembered ?? {
      items: [],
      incidents: [],
    };
    const domains = orderDomains(options.domains);
    this.#clock = options.now;
    this.#startedAt = this.#now = options.now();
    this.#rows = RowStore.create(storedResources(domains, options.onProblem));
    this.#incidents = IncidentBook.create({ remembered: incidents });
    this.#remembered = Remembered.create({ items, incidents });
    this.#settled = SettledDomains.create(domains);
    const context = {
      rows: this.#rows,
      items: this.#items,
      sources: this.#sources,
      now: () => this.#now,
    };
    const ids = domains.map(({ id }) => id);
    this.reader = DomainReader.create({
      context,
      domains: ids,
      dependsOn: ids,
    });
    this.#runners = domains.map(domain =>
      DomainRunner.create({ domain, context, onProblem: options.onProblem }),
    );
  }

  /** All that came in since the last time; what is due is derived as well. */
  apply(input: EngineInput): EngineOutput {
    this.#now = this.#clock();
    const output: EngineOutput = {
      items: [],
      removed: [],
      incidents: [],
      rows: [],
    };
    const pending = Pending.create();
    this.#takeSources(input, { pending, output });
    const changes = this.#takeRows(input.rows ?? [], output);
    input.coverage?.forEach(entry => this.#takeCoverage(entry, pending));
    changes.forEach(change => this.#ask(change, pending));
    this.#revisits.takeDue(this.#now).forEach(ref => pending.add(ref));
    for (const runner of this.#runners) {
      for (const ref of pending.take(runner.id)) {
        this.#derive(runner, { ref, pending, output });
      }
    }
    this.#releaseRemembered(input.coverage ?? [], output);
    output.incidents = this.#incidents.finish({
      now: this.#now,
      changesOf: id => this.#changesOf(id),
    });
    return output;
  }

  /** Derives what changes by time alone. */
  tick(): EngineOutput {
    return this.apply({});
  }

  /** When `tick` has something to do. */
  nextRevisitAt(): Date | undefined {
    return this.#revisits.next();
  }

  item(id: string): FleetItem | undefined {
    return this.#items.get(id);
  }

  items(): FleetItem[] {
    return this.#items.list();
  }

  /** Open ones, and those that closed lately. */
  incidents(): Incident[] {
    return this.#incidents.list();
  }

  /** How many rows there are, without gone ones. */
  get rowCount(): number {
    return this.#rows.size;
  }

  /** `undefined` when there is no such item. */
  detail(id: string): ItemDetail | undefined {
    const item = this.#items.get(id);
    this.#now = this.#clock();
    return item && this.#runner(item.ref.domain)?.detail(item, this.#now);
  }

  #runner(domain: string): DomainRunner | undefined {
    return this.#runners.find(({ id }) => id === domain);
  }

  #takeSources(
    input: EngineInput,
    { pending, output }: { pending: Pending; output: EngineOutput },
  ) {
    for (const id of input.removedSources ?? []) {
      const items = this.#itemsOf(id);
      this.#sources.remove(id);
      this.#settled.remove(id);
      this.#rows.removeSource(id);
      this.#addTouching(id, pending);
      items.forEach(item => this.#remove(item, { pending, output }));
    }
    for (const source of input.sources ?? []) {
      if (this.#sources.set(source)) {
        this.#itemsOf(source.id).forEach(({ ref }) => pending.add(ref));
        this.#addTouching(source.id, pending);
      }
    }
  }

  #takeRows(rows: Row[], output: EngineOutput): RowChange[] {
    this.#rows.forget(this.#now);
    const changes = rows.flatMap(row => this.#rows.put(row, this.#now) ?? []);
    output.rows = changes.map(({ row }) => row);
    return changes;
  }

  #takeCoverage(entry: CoverageEntry, pending: Pending) {
    if (!this.#sources.cover(entry)) {
      return;
    }
    const readers = new Set(
      this.#runners
        .filter(runner => runner.reads(entry.resource))
        .map(({ id }) => id),
    );
    this.#itemsOf(entry.source, entry.namespace)
      .filter(({ ref }) => readers.has(ref.domain))
      .forEach(({ ref }) => pending.add(ref));
    this.#addTouching(entry.source, pending, readers);
  }

  #addTouching(source: string, pending: Pending, domains?: Set<string>) {
    for (const id of this.#touches.touching(source)) {
      const ref = parseItemRef(id);
      if (ref && (domains?.has(ref.domain) ?? true)) {
        pending.add(ref);
      }
    }
  }

  #ask({ row, previous }: RowChange, pending: Pending) {
    if (row.resource === NAMESPACES) {
      this.#itemsOf(row.source, row.name).forEach(({ ref }) =>
        pending.add(ref),
      );
    }
    for (const runner of this.#runners) {
      // What it was tied to before is concerned as well.
      for (const version of previous ? [row, previous] : [row]) {
        if (Object.hasOwn(version.slices, runner.id)) {
          const refs =
            runner.affected(version) ??
            this.#itemsOf(row.source, row.namespace)
              .map(({ ref }) => ref)
              .filter(({ domain }) => domain === runner.id);
          refs.forEach(ref => pending.add(ref));
        }
      }
    }
  }

  #derive(
    runner: DomainRunner,
    options: { ref: ItemRef; pending: Pending; output: EngineOutput },
  ) {
    const { ref, pending, output } = options;
    const id = formatItemRef(ref);
    const known = this.#items.get(id);
    const previous = known ?? this.#remembered.item(ref);
    const { item, touched } = runner.derive({ ref, previous, now: this.#now });
    if (!item) {
      if (known) {
        this.#remove(known, { pending, output });
      }
      return;
    }
    this.#touches.set(id, { cluster: ref.cluster, touched });
    this.#revisits.set(ref, revisitTime(item, this.#now));
    if (known && runner.isSame(known, item)) {
      return;
    }
    const isCold =
      !previous || !this.#settled.has(clusterSourceId(ref.cluster), ref.domain);
    this.#items.set(item);
    this.#incidents.set(item, foundAt(item, { isCold, now: this.#now }));
    this.#remembered.derived(ref);
    output.items.push(item);
    this.#tellDependents(item, pending);
  }

  #remove(
    item: FleetItem,
    { pending, output }: { pending: Pending; output: EngineOutput },
  ) {
    this.#items.delete(item.ref);
    this.#incidents.delete(item.ref);
    this.#revisits.set(item.ref, undefined);
    this.#touches.delete(formatItemRef(item.ref));
    output.removed.push(item.ref);
    this.#tellDependents(item, pending);
  }

  #tellDependents(item: FleetItem, pending: Pending) {
    for (const runner of this.#runners) {
      if (runner.dependsOn(item.ref.domain)) {
        runner.affected(item)?.forEach(ref => pending.add(ref));
      }
    }
  }

  /** Items in the place that a source stands for. */
  #itemsOf(source: string, namespace?: string): FleetItem[] {
    return this.#items.at(source.slice(source.indexOf('/') + 1), namespace);
  }

  #changesOf(id: string) {
    const item = this.#items.get(id);
    return (item && this.#runner(item.ref.domain)?.changes(item)) ?? [];
  }

  #releaseRemembered(coverage: CoverageEntry[], output: EngineOutput) {
    const settled = coverage.map(({ source }) =>
      this.#settled.update(source, this.#sources),
    );
    const isLate =
      this.#now.getTime() - this.#startedAt.getTime() >= WAIT_FOR_REMEMBERED;
    if (!isLate && !settled.includes(true)) {
      return;
    }
    const over = this.#remembered.release(
      ({ cluster, domain }) =>
        isLate || this.#settled.has(clusterSourceId(cluster), domain),
    );
    over.forEach(ref => this.#incidents.delete(ref));
    output.removed.push(...over);
  }
}

function revisitTime(item: FleetItem, now: Date): number | undefined {
  const time = Date.parse(item.revisitAt ?? '');
  return Number.isNaN(time)
    ? undefined
    : Math.max(time, now.getTime() + SHORTEST_REVISIT);
}

/** What is seen for the first time may have begun long ago. */
function foundAt(
  item: FleetItem,
  { isCold, now }: { isCold: boolean; now: Date },
): string {
  const found = now.toISOString();
  const since = item.finding?.since;
  return isCold && since && since < found ? since : found;
}
