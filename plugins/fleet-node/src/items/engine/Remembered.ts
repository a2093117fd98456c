import {
  FleetItem,
  formatItemRef,
  Incident,
  ItemRef,
  parseItemRef,
} from '@slipway/backstage-plugin-fleet-common';
import { RememberedItem } from './RememberedItem';

interface Memory {
  ref: ItemRef;
  memory?: Record<string, unknown>;
}

/**
 * Items of the run before that were not derived in this one yet.
 *
 * @internal
 */
export class Remembered {
  readonly #items = new Map<string, Memory>();

  static create(options: {
    items: RememberedItem[];
    incidents: Incident[];
  }): Remembered {
    return new Remembered(options);
  }

  private constructor(options: {
    items: RememberedItem[];
    incidents: Incident[];
  }) {
    const open = options.incidents.filter(({ closedAt }) => !closedAt);
    const members = open.flatMap(incident =>
      incident.members.map((id): RememberedItem => ({ id })),
    );
    for (const { id, memory } of [...members, ...options.items]) {
      const ref = parseItemRef(id);
      if (ref) {
        this.#items.set(id, { ref, memory });
      }
    }
  }

  has(ref: ItemRef): boolean {
    return this.#items.has(formatItemRef(ref));
  }

  /** As `previous` for its domain. */
  item(ref: ItemRef): FleetItem | undefined {
    const known = this.#items.get(formatItemRef(ref));
    return (
      known && {
        ref,
        status: 'unknown',
        object: {
          scope: ref.cluster,
          kind: '',
          namespace: ref.namespace,
          name: ref.name,
        },
        impact: [],
        details: {},
        memory: known.memory,
      }
    );
  }

  derived(ref: ItemRef): void {
    this.#items.delete(formatItemRef(ref));
  }

  /** Those that will not come any more. */
  release(isOver: (ref: ItemRef) => boolean): ItemRef[] {
    const over = [...this.#items.values()].map(({ ref }) => ref).filter(isOver);
    over.forEach(ref => this.derived(ref));
    return over;
  }
}
