import { Incident, SourceInfo } from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';
import {
  StoreBatch,
  StoredItem,
  StoredResource,
  TimelineEntry,
} from './FleetStore';
import { rowId } from './rowId';

const BATCH = 500;
const MAX_TIMELINE = 10_000;

/**
 * What waits to be written: of each thing only the newest. Bounded: when the
 * database is away for long, rows of whole resources are given up, and these
 * are listed anew after a restart.
 */
export class StoreQueue {
  readonly #maxRows: number;
  readonly #removedSources = new Set<string>();
  readonly #rows = new Map<string, Row>();
  /** All that is known, and the keys of what of it waits. */
  readonly #resources = new Map<string, StoredResource>();
  #changedResources = new Set<string>();
  readonly #sources = new Map<string, SourceInfo>();
  readonly #items = new Map<string, StoredItem>();
  readonly #removedItems = new Set<string>();
  readonly #incidents = new Map<string, Incident>();
  readonly #timeline: TimelineEntry[] = [];
  /** Resources of which rows were given up. */
  readonly #givenUp = new Set<string>();

  static create(
    options: { known?: StoredResource[]; maxRows?: number } = {},
  ): StoreQueue {
    return new StoreQueue(options);
  }

  private constructor(options: { known?: StoredResource[]; maxRows?: number }) {
    this.#maxRows = options.maxRows ?? 250_000;
    for (const entry of options.known ?? []) {
      this.#resources.set(resourceKey(entry), entry);
    }
  }

  get size(): number {
    return (
      this.#removedSources.size +
      this.#rows.size +
      this.#changedResources.size +
      this.#sources.size +
      this.#items.size +
      this.#removedItems.size +
      this.#incidents.size +
      this.#timeline.length
    );
  }

  addRow(row: Row): void {
    const id = rowId(row);
    if (this.#rows.size >= this.#maxRows && !this.#rows.has(id)) {
      this.#giveUp(row.source, row.resource);
      return;
    }
    this.#rows.set(id, row);
  }

  /** What is not in the entry stays as it is known. */
  addResource(entry: StoredResource): void {
    const key = resourceKey(entry);
    const known = { ...this.#resources.get(key), ...entry };
    if (this.#givenUp.has(key)) {
      delete known.resourceVersion;
      delete known.namespaces;
    }
    this.#resources.set(key, known);
    this.#changedResources.add(key);
  }

  addSource(source: SourceInfo): void {
    this.#sources.set(source.id, source);
  }

  removeSource(source: string): void {
    for (const [id, row] of this.#rows) {
      if (row.source === source) {
        this.#rows.delete(id);
      }
    }
    for (const [key, entry] of this.#resources) {
      if (entry.source === source) {
        this.#resources.delete(key);
        this.#changedResources.delete(key);
        this.#givenUp.delete(key);
      }
    }
    this.#sources.delete(source);
    this.#removedSources.add(source);
  }

  addItem(item: StoredItem): void {
    this.#removedItems.delete(item.id);
    this.#items.set(item.id, item);
  }

  removeItem(id: string): void {
    this.#items.delete(id);
    this.#removedItems.add(id);
  }

  addTimeline(entry: TimelineEntry): void {
    this.#timeline.push(entry);
    if (this.#timeline.length > MAX_TIMELINE) {
      this.#timeline.shift();
    }
  }

  addIncident(incident: Incident): void {
    this.#incidents.set(incident.id, incident);
  }

  /**
   * The next things to write. How far a resource is known comes after all of
   * its rows: after a crash the watch resumes too early, never too late.
   */
  take(): StoreBatch {
    const rows = takeFrom(this.#rows);
    const timeline = this.#timeline
      .splice(0, BATCH)
      .filter(entry => !this.#removedItems.has(entry.item));
    return {
      removedSources: takeKeys(this.#removedSources),
      rows,
      resources: this.#rows.size === 0 ? this.#takeResources() : [],
      sources: takeFrom(this.#sources),
      items: takeFrom(this.#items),
      removedItems: takeKeys(this.#removedItems),
      timeline,
      incidents: takeFrom(this.#incidents),
    };
  }

  /** Takes back what could not be written, unless something newer came. */
  putBack(batch: StoreBatch): void {
    const stays = ({ source }: { source: string }) =>
      !this.#removedSources.has(source);
    putBackInto(this.#rows, batch.rows.filter(stays), rowId);
    batch.resources
      .filter(stays)
      .forEach(entry => this.#changedResources.add(resourceKey(entry)));
    putBackInto(
      this.#sources,
      batch.sources.filter(({ id }) => !this.#removedSources.has(id)),
      ({ id }) => id,
    );
    batch.removedSources.forEach(id => this.#removedSources.add(id));
    putBackInto(
      this.#items,
      batch.items.filter(({ id }) => !this.#removedItems.has(id)),
      ({ id }) => id,
    );
    batch.removedItems
      .filter(id => !this.#items.has(id))
      .forEach(id => this.#removedItems.add(id));
    putBackInto(this.#incidents, batch.incidents, ({ id }) => id);
    this.#timeline.unshift(...batch.timeline);
  }

  #takeResources(): StoredResource[] {
    const keys = this.#changedResources;
    this.#changedResources = new Set();
    return [...keys].flatMap(key => this.#resources.get(key) ?? []);
  }

  #giveUp(source: string, resource: string) {
    const key = resourceKey({ source, resource });
    if (!this.#givenUp.has(key)) {
      this.#givenUp.add(key);
      this.addResource({ source, resource });
    }
  }
}

function resourceKey(entry: { source: string; resource: string }) {
  return `${entry.source} ${entry.resource}`;
}

function takeFrom<T>(pending: Map<string, T>): T[] {
  const taken: T[] = [];
  for (const [key, value] of pending) {
    if (taken.length >= BATCH) {
      break;
    }
    taken.push(value);
    pending.delete(key);
  }
  return taken;
}

function takeKeys(pending: Set<string>): string[] {
  const taken = [...pending].slice(0, BATCH);
  taken.forEach(key => pending.delete(key));
  return taken;
}

function putBackInto<T>(
  pending: Map<string, T>,
  values: T[],
  keyOf: (value: T) => string,
) {
  for (const value of values) {
    const key = keyOf(value);
    if (!pending.has(key)) {
      pending.set(key, value);
    }
  }
}
