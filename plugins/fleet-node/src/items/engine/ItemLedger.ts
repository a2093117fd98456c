import {
  Change,
  FleetItem,
  formatItemRef,
  Incident,
  ItemRef,
  parseItemRef,
  sourceNameOf,
} from '@slipway/backstage-plugin-fleet-common';
import { IncidentBook } from '../../incidents';
import { ItemStore } from './ItemStore';
import { Remembered } from './Remembered';
import { RememberedItem } from './RememberedItem';
import { RevisitQueue } from './RevisitQueue';
import { TouchBook } from './TouchBook';

const SHORTEST_REVISIT = 1000;

/** All items with what hangs on them: when to look again, and incidents. @internal */
export class ItemLedger {
  readonly items = ItemStore.create();
  readonly #revisits = RevisitQueue.create();
  readonly #touches = TouchBook.create();
  readonly #incidents: IncidentBook;
  readonly #remembered: Remembered;

  static create(remembered: {
    items: RememberedItem[];
    incidents: Incident[];
  }): ItemLedger {
    return new ItemLedger(remembered);
  }

  private constructor(remembered: {
    items: RememberedItem[];
    incidents: Incident[];
  }) {
    this.#incidents = IncidentBook.create({ remembered: remembered.incidents });
    this.#remembered = Remembered.create(remembered);
  }

  incidents(): Incident[] {
    return this.#incidents.list();
  }

  /** As it was derived last, be it in the run before. */
  previous(ref: ItemRef): FleetItem | undefined {
    return this.items.get(formatItemRef(ref)) ?? this.#remembered.item(ref);
  }

  /** Which items something in a source may concern: those in it, and who read it. */
  near(
    source: string,
    options: {
      namespace?: string;
      isConcerned?: (domain: string) => boolean;
    } = {},
  ): ItemRef[] {
    const { namespace, isConcerned = () => true } = options;
    const place = sourceNameOf(source);
    return [
      ...this.items.at(place, namespace).map(({ ref }) => ref),
      ...this.#touches.touching(source).flatMap(id => parseItemRef(id) ?? []),
    ].filter(({ domain }) => isConcerned(domain));
  }

  nextRevisitAt(): Date | undefined {
    return this.#revisits.next();
  }

  takeDue(now: Date): ItemRef[] {
    return this.#revisits.takeDue(now);
  }

  /** It was looked at, whether or not it is another now. */
  visited(
    item: FleetItem,
    { touched, now }: { touched: Set<string>; now: Date },
  ): void {
    const { ref, revisitAt } = item;
    const time = Date.parse(revisitAt ?? '');
    this.#touches.set(formatItemRef(ref), { cluster: ref.cluster, touched });
    this.#revisits.set(
      ref,
      Number.isNaN(time)
        ? undefined
        : Math.max(time, now.getTime() + SHORTEST_REVISIT),
    );
  }

  /**
   * @param item - as it is now
   * @param foundAt - ISO time at which its trouble, if any, came to light
   */
  set(item: FleetItem, foundAt: string): void {
    this.items.set(item);
    this.#incidents.set(item, foundAt);
    this.#remembered.derived(item.ref);
  }

  delete(ref: ItemRef): void {
    this.items.delete(ref);
    this.#incidents.delete(ref);
    this.#revisits.set(ref, undefined);
    this.#touches.delete(formatItemRef(ref));
  }

  /** Lets go what is remembered of the run before, and did not come again. */
  release(isOver: (ref: ItemRef) => boolean): ItemRef[] {
    const over = this.#remembered.release(isOver);
    over.forEach(ref => this.#incidents.delete(ref));
    return over;
  }

  /** Incidents that opened, changed or closed since this was called last. */
  finish(options: {
    now: Date;
    changesOf: (item: FleetItem) => Change[];
  }): Incident[] {
    return this.#incidents.finish({
      now: options.now,
      changesOf: id => {
        const item = this.items.get(id);
        return item ? options.changesOf(item) : [];
      },
    });
  }
}
