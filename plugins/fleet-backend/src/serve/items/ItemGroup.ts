import {
  emptyStatusCounts,
  Status,
  StatusCounts,
} from '@slipway/backstage-plugin-fleet-common';
import { ItemScope } from '../../permissions';
import { ItemEntry } from './ItemEntry';

/**
 * The items of one domain, cluster, namespace and owner. Who may see an item
 * depends on nothing else, so that is asked once a group, and counted in it.
 */
export class ItemGroup implements ItemScope {
  readonly domain: string;
  readonly cluster: string;
  readonly namespace: string;
  readonly owner?: string;
  readonly entries = new Map<string, ItemEntry>();
  readonly counts: StatusCounts = emptyStatusCounts();
  /** Grows with every change in it. */
  version = 0;

  constructor(scope: ItemScope & { domain: string }) {
    this.domain = scope.domain;
    this.cluster = scope.cluster;
    this.namespace = scope.namespace;
    this.owner = scope.owner;
  }

  put(entry: ItemEntry): void {
    this.#count(this.entries.get(entry.item.id)?.item.status, -1);
    this.entries.set(entry.item.id, entry);
    this.#count(entry.item.status, 1);
    this.version++;
  }

  remove(id: string): void {
    this.#count(this.entries.get(id)?.item.status, -1);
    this.entries.delete(id);
    this.version++;
  }

  #count(status: Status | undefined, by: number): void {
    if (status) {
      this.counts[status] += by;
    }
  }
}
