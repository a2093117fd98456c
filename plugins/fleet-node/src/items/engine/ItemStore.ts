import {
  FleetItem,
  formatItemRef,
  ItemRef,
} from '@slipway/backstage-plugin-fleet-common';

/** All items, found by id and by place. @internal */
export class ItemStore {
  readonly #items = new Map<string, FleetItem>();
  readonly #places = new Map<string, Map<string, Set<FleetItem>>>();

  static create(): ItemStore {
    return new ItemStore();
  }

  private constructor() {}

  get(id: string): FleetItem | undefined {
    return this.#items.get(id);
  }

  list(): FleetItem[] {
    return [...this.#items.values()];
  }

  set(item: FleetItem): void {
    this.delete(item.ref);
    this.#items.set(formatItemRef(item.ref), item);
    const { cluster, namespace } = item.ref;
    const namespaces = this.#places.get(cluster) ?? new Map();
    this.#places.set(cluster, namespaces);
    const items = namespaces.get(namespace) ?? new Set();
    namespaces.set(namespace, items.add(item));
  }

  delete(ref: ItemRef): void {
    const id = formatItemRef(ref);
    const item = this.#items.get(id);
    if (!item) {
      return;
    }
    this.#items.delete(id);
    const namespaces = this.#places.get(ref.cluster);
    const items = namespaces?.get(ref.namespace);
    items?.delete(item);
    if (items?.size === 0) {
      namespaces?.delete(ref.namespace);
    }
    if (namespaces?.size === 0) {
      this.#places.delete(ref.cluster);
    }
  }

  /** Items of a cluster, or of one namespace of it. */
  at(cluster: string, namespace?: string): FleetItem[] {
    const namespaces = this.#places.get(cluster);
    return namespace === undefined
      ? [...(namespaces?.values() ?? [])].flatMap(items => [...items])
      : [...(namespaces?.get(namespace) ?? [])];
  }
}
