import {
  FleetItem,
  formatItemRef,
  ServedItem,
} from '@slipway/backstage-plugin-fleet-common';
import { ItemEntry } from './ItemEntry';
import { ItemGroup } from './ItemGroup';

/** All items as they are served, by id and by who may see them. */
export class ItemIndex {
  readonly #entries = new Map<string, ItemEntry>();
  readonly #groups = new Map<string, ItemGroup>();
  #version = 0;

  /** Grows with every change. */
  get version(): number {
    return this.#version;
  }

  get(id: string): ItemEntry | undefined {
    return this.#entries.get(id);
  }

  get size(): number {
    return this.#entries.size;
  }

  groups(): Iterable<ItemGroup> {
    return this.#groups.values();
  }

  /** Returns the entry that was there before. */
  put(item: FleetItem, changedAt: string): ItemEntry | undefined {
    this.#version++;
    const served = toServedItem(item, changedAt);
    const before = this.#entries.get(served.id);
    const group = this.#groupOf(served);
    if (before && before.group !== group) {
      this.#leave(before);
    }
    const entry: ItemEntry = { item: served, group };
    group.put(entry);
    this.#entries.set(served.id, entry);
    return before;
  }

  /** Returns the entry that was there. */
  remove(id: string): ItemEntry | undefined {
    const entry = this.#entries.get(id);
    if (entry) {
      this.#version++;
      this.#leave(entry);
      this.#entries.delete(id);
    }
    return entry;
  }

  #leave({ group, item }: ItemEntry): void {
    group.remove(item.id);
    if (group.entries.size === 0) {
      this.#groups.delete(groupKey(group));
    }
  }

  #groupOf(item: ServedItem): ItemGroup {
    const { domain, cluster, namespace } = item.ref;
    const scope = { domain, cluster, namespace, owner: item.owner };
    const key = groupKey(scope);
    let group = this.#groups.get(key);
    if (!group) {
      group = new ItemGroup(scope);
      this.#groups.set(key, group);
    }
    return group;
  }
}

function groupKey(scope: {
  domain: string;
  cluster: string;
  namespace: string;
  owner?: string;
}): string {
  return JSON.stringify([
    scope.domain,
    scope.cluster,
    scope.namespace,
    scope.owner,
  ]);
}

// What the next derivation remembers is nobody's business.
function toServedItem(item: FleetItem, changedAt: string): ServedItem {
  const { memory, revisitAt, ...served } = item;
  return { id: formatItemRef(item.ref), ...served, changedAt };
}
