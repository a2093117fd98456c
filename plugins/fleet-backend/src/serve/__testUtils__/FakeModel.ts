import {
  Coverage,
  FleetItem,
  formatItemRef,
  Incident,
  SourceInfo,
} from '@slipway/backstage-plugin-fleet-common';
import { Reader } from '@slipway/backstage-plugin-fleet-node';
import { FleetChanges, FleetReadModel } from '../FleetReadModel';

/** A model in which tests put what they need. */
export class FakeModel implements FleetReadModel {
  readonly #items = new Map<string, FleetItem>();
  readonly #incidents = new Map<string, Incident>();
  readonly #sources = new Map<string, SourceInfo>();
  readonly reader: Reader = {
    row: () => undefined,
    rows: () => [],
    rowsByOwner: () => [],
    rowsByLabel: () => [],
    rowsBy: () => [],
    goneRows: () => [],
    events: () => [],
    item: ref => this.item(formatItemRef(ref)),
    sources: () => [...this.#sources.values()],
    source: id => this.#sources.get(id),
    coverage: (): Coverage => ({ state: 'live' }),
  };

  /** Takes these in, and returns what a view is to be told. */
  put(changes: {
    items?: FleetItem[];
    removed?: FleetItem[];
    incidents?: Incident[];
    sources?: SourceInfo[];
  }): FleetChanges {
    const { items = [], removed = [], incidents = [], sources = [] } = changes;
    items.forEach(item => this.#items.set(formatItemRef(item.ref), item));
    removed.forEach(item => this.#items.delete(formatItemRef(item.ref)));
    incidents.forEach(incident => this.#incidents.set(incident.id, incident));
    sources.forEach(source => this.#sources.set(source.id, source));
    return { items, removed: removed.map(item => item.ref), incidents };
  }

  item(id: string): FleetItem | undefined {
    return this.#items.get(id);
  }

  items(): Iterable<FleetItem> {
    return this.#items.values();
  }

  incidents(): Iterable<Incident> {
    return this.#incidents.values();
  }

  detail(id: string) {
    const item = this.item(id);
    return (
      item && {
        item,
        chain: [
          {
            object: { ...item.object, kind: 'Secret', name: 'shop-tls' },
            title: 'Secret',
            state: 'done' as const,
          },
        ],
        events: [],
        changes: [],
        remedies: [],
      }
    );
  }
}
