import {
  FleetItem,
  formatItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { StoredItem, TimelineEntry } from './FleetStore';

/** Knows since when each item is as it is. */
export class ItemHistory {
  readonly #items = new Map<string, Omit<StoredItem, 'memory'>>();

  static create(remembered: StoredItem[] = []): ItemHistory {
    return new ItemHistory(remembered);
  }

  private constructor(remembered: StoredItem[]) {
    for (const { id, status, cause, since } of remembered) {
      this.#items.set(id, { id, status, cause, since });
    }
  }

  /** What to store of an item, with an entry when its status or cause is new. */
  record(
    item: FleetItem,
    now: Date,
  ): { stored: StoredItem; entry?: TimelineEntry } {
    const id = formatItemRef(item.ref);
    const { status, finding, memory } = item;
    const cause = finding?.cause;
    const last = this.#items.get(id);
    if (last && last.status === status && last.cause === cause) {
      return { stored: { ...last, memory } };
    }
    const at = now.toISOString();
    const known = { id, status, cause, since: at };
    this.#items.set(id, known);
    return {
      stored: { ...known, memory },
      entry: { item: id, at, status, cause, says: finding?.says },
    };
  }

  forget(id: string): void {
    this.#items.delete(id);
  }

  /** ISO time since when the item has its status and cause. */
  since(id: string): string | undefined {
    return this.#items.get(id)?.since;
  }
}
