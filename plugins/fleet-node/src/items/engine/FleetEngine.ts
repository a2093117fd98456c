import {
  FleetItem,
  formatItemRef,
  Incident,
  ItemRef,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { NAMESPACES, ProblemReporter, Row } from '../../rows';
import { RowChange, RowStore } from '../../rows/store';
import { FleetDomain } from '../FleetDomain';
import { Reader } from '../Reader';
import { CoverageEntry, EngineInput } from './EngineInput';
import { EngineOutput } from './EngineOutput';
import { DomainReader } from './DomainReader';
import { DomainRunner } from './DomainRunner';
import { ItemDetail } from './ItemDetail';
import { ItemLedger } from './ItemLedger';
import { Pending } from './Pending';
import { RememberedItem } from './RememberedItem';
import { SettledDomains } from './SettledDomains';
import { SourceBook } from './SourceBook';
import { storedResources } from './storedResources';
import { orderDomains } from './orderDomains';

/** What a {@link FleetEngine} needs. @public */
export interface FleetEngineOptions {
  /** In any order. */
  domains: FleetDomain[];
  /** Where the time comes from. */
  now: () => Date;
  /** Told what functions of domains throw. */
  onProblem?: ProblemReporter;
  /** What the run before knew; its rows are applied like all others. */
  remembered?: { items: RememberedItem[]; incidents: Incident[] };
}

/** What is remembered, but was not seen again after this time, is over. */
const WAIT_FOR_REMEMBERED = 15 * 60 * 1000;

/** What one input leads to. */
interface Round {
  pending: Pending;
  output: EngineOutput;
}

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
  readonly #ledger: ItemLedger;
  readonly #settled: SettledDomains;
  readonly #startedAt: Date;
  #now: Date;

  /**
   * An engine that knows nothing yet.
   *
   * @throws Error when the domains do not fit together
   */
  static create(options: FleetEngineOptions): FleetEngine {
    return new FleetEngine(options);
  }

  private constructor(options: FleetEngineOptions) {
    const { onProblem, remembered = { items: [], incidents: [] } } = options;
    const domains = orderDomains(options.domains);
    const ids = domains.map(({ id }) => id);
    this.#clock = options.now;
    this.#startedAt = this.#now = options.now();
    this.#rows = RowStore.create(storedResources(domains, onProblem));
    this.#ledger = ItemLedger.create(remembered);
    this.#settled = SettledDomains.create(domains);
    const context = {
      rows: this.#rows,
      items: this.#ledger.items,
      sources: this.#sources,
      now: () => this.#now,
    };
    this.reader = DomainReader.create({
      context,
      domains: ids,
      dependsOn: ids,
    });
    this.#runners = domains.map(domain =>
      DomainRunner.create({ domain, context, onProblem }),
    );
  }

  /** All that came in since the last time; what is due is derived as well. */
  apply(input: EngineInput): EngineOutput {
    this.#now = this.#clock();
    const pending = Pending.create();
    const output: EngineOutput = {
      items: [],
      removed: [],
      incidents: [],
      rows: [],
    };
    const round = { pending, output };
    const sources = [
      ...this.#removeSources(input.removedSources ?? [], pending),
      ...this.#takeSources(input.sources ?? [], pending),
    ];
    const changes = this.#takeRows(input.rows ?? []);
    output.rows = changes.map(({ row }) => row);
    input.coverage?.forEach(entry => this.#takeCoverage(entry, pending));
    changes.forEach(change => this.#ask(change, pending));
    sources.forEach(source => this.#askAboutSource(source, pending));
    this.#ledger.takeDue(this.#now).forEach(ref => pending.add(ref));
    for (const runner of this.#runners) {
      for (const ref of pending.take(runner.id)) {
        this.#derive(runner, ref, round);
      }
    }
    output.removed.push(...this.#release(input.coverage ?? []));
    output.incidents = this.#ledger.finish({
      now: this.#now,
      changesOf: item => this.#runner(item.ref.domain)?.changes(item) ?? [],
    });
    return output;
  }

  /** Derives what changes by time alone. */
  tick(): EngineOutput {
    return this.apply({});
  }

  /** When `tick` has something to do. */
  nextRevisitAt(): Date | undefined {
    return this.#ledger.nextRevisitAt();
  }

  /** By what `formatItemRef` writes. */
  item(id: string): FleetItem | undefined {
    return this.#ledger.items.get(id);
  }

  /** All, in no order. */
  items(): FleetItem[] {
    return this.#ledger.items.list();
  }

  /** Open ones, and those that closed lately. */
  incidents(): Incident[] {
    return this.#ledger.incidents();
  }

  /** How many rows there are, without gone ones. */
  get rowCount(): number {
    return this.#rows.size;
  }

  /** `undefined` when there is no such item. */
  detail(id: string): ItemDetail | undefined {
    const item = this.item(id);
    this.#now = this.#clock();
    return item && this.#runner(item.ref.domain)?.detail(item, this.#now);
  }

  #runner(domain: string): DomainRunner | undefined {
    return this.#runners.find(({ id }) => id === domain);
  }

  /**
   * What was in it is derived again, which finds nothing.
   *
   * @returns those that were known
   */
  #removeSources(ids: string[], pending: Pending): SourceInfo[] {
    return ids.flatMap(id => {
      const known = this.#sources.get(id);
      this.#sources.remove(id);
      this.#settled.remove(id);
      this.#rows.removeSource(id);
      this.#ledger.near(id).forEach(ref => pending.add(ref));
      return known ?? [];
    });
  }

  /** @returns those that are not as they were */
  #takeSources(sources: SourceInfo[], pending: Pending): SourceInfo[] {
    const changed = sources.filter(source => this.#sources.set(source));
    changed
      .flatMap(({ id }) => this.#ledger.near(id))
      .forEach(ref => pending.add(ref));
    return changed;
  }

  #takeRows(rows: Row[]): RowChange[] {
    this.#rows.forget(this.#now);
    return rows.flatMap(row => this.#rows.put(row, this.#now) ?? []);
  }

  #takeCoverage(entry: CoverageEntry, pending: Pending) {
    if (this.#sources.cover(entry)) {
      const { source, namespace } = entry;
      const isConcerned = (domain: string) =>
        (entry.domain ?? domain) === domain &&
        (this.#runner(domain)?.reads(entry.resource) ?? false);
      this.#ledger
        .near(source, { namespace, isConcerned })
        .forEach(ref => pending.add(ref));
    }
  }

  #ask({ row, previous }: RowChange, pending: Pending) {
    const { source, namespace } = row;
    if (row.resource === NAMESPACES) {
      this.#ledger
        .near(source, { namespace: row.name })
        .forEach(ref => pending.add(ref));
    }
    for (const runner of this.#runners) {
      const isConcerned = (domain: string) => domain === runner.id;
      // What it was tied to before is concerned as well.
      for (const version of previous ? [row, previous] : [row]) {
        if (Object.hasOwn(version.slices, runner.id)) {
          const refs = runner.affected(version) ?? [
            ...runner.standsFor(version),
            ...this.#ledger.near(source, { namespace, isConcerned }),
          ];
          refs.forEach(ref => pending.add(ref));
        }
      }
    }
  }

  #askAboutSource(source: SourceInfo, pending: Pending) {
    for (const runner of this.#runners) {
      runner.affectedBySource(source).forEach(ref => pending.add(ref));
    }
  }

  #derive(runner: DomainRunner, ref: ItemRef, round: Round) {
    const known = this.item(formatItemRef(ref));
    const previous = this.#ledger.previous(ref);
    const { item, touched } = runner.derive({ ref, previous, now: this.#now });
    if (!item) {
      if (known) {
        this.#remove(known, round);
      }
      return;
    }
    this.#ledger.visited(item, { touched, now: this.#now });
    if (known && runner.isSame(known, item)) {
      return;
    }
    const isCold = !previous || !this.#settled.has(ref.cluster, ref.domain);
    this.#ledger.set(item, foundAt(item, { isCold, now: this.#now }));
    round.output.items.push(item);
    this.#tellDependents(item, round.pending);
  }

  #remove(item: FleetItem, { pending, output }: Round) {
    this.#ledger.delete(item.ref);
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

  #release(coverage: CoverageEntry[]): ItemRef[] {
    const settled = coverage.map(({ source }) =>
      this.#settled.update(source, this.#sources),
    );
    const isLate =
      this.#now.getTime() - this.#startedAt.getTime() >= WAIT_FOR_REMEMBERED;
    return isLate || settled.includes(true)
      ? this.#ledger.release(
          ({ cluster, domain }) => isLate || this.#settled.has(cluster, domain),
        )
      : [];
  }
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
