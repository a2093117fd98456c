import {
  emptyStatusCounts,
  FleetSummary,
  formatItemRef,
  ItemDetail,
  ServedIncident,
  ServedIncidents,
  ServedItem,
  ServedItems,
  ServedSources,
  StatusCounts,
  TimelineEntry,
} from '@slipway/backstage-plugin-fleet-common';
import { Access } from './access/Access';
import { ChangeLog } from './changes/ChangeLog';
import { DefaultFleetWatch } from './changes/DefaultFleetWatch';
import { FleetWatch, WatchSubscription } from './changes/FleetWatch';
import { formatRevision } from './changes/Revision';
import { FleetChanges, FleetReadModel } from './FleetReadModel';
import { FleetView, ViewVersion } from './FleetView';
import { IncidentIndex } from './incidents/IncidentIndex';
import { IncidentsQuery, listIncidents } from './incidents/listIncidents';
import { ItemEntry } from './items/ItemEntry';
import { ItemIndex } from './items/ItemIndex';
import { ItemsFilter } from './items/ItemsFilter';
import { ItemsQuery, listItems } from './items/listItems';
import { summarize } from './items/summarize';
import { ServedResource, SourceBoard } from './sources/SourceBoard';

/** What {@link DefaultFleetView} shows. */
export interface DefaultFleetViewOptions {
  model: FleetReadModel;
  /** What is watched. */
  resources: readonly ServedResource[];
  now: () => Date;
  /** How an item was, newest first. */
  timeline(id: string): Promise<TimelineEntry[]>;
  /** ISO time since when an item is as it is, where that is remembered. */
  since(id: string): string | undefined;
}

/**
 * The fleet for whoever may see what `Access` says. Kept in step with the
 * engine by `apply`; an answer asks neither a cluster nor the database, but
 * for the timeline of one item.
 */
export class DefaultFleetView implements FleetView<Access> {
  readonly #options: DefaultFleetViewOptions;
  readonly #items = new ItemIndex();
  readonly #incidents = new IncidentIndex(this.#items);
  readonly #log = new ChangeLog();
  readonly #sources: SourceBoard;

  static create(options: DefaultFleetViewOptions): DefaultFleetView {
    return new DefaultFleetView(options);
  }

  private constructor(options: DefaultFleetViewOptions) {
    this.#options = options;
    const { model, resources } = options;
    this.#sources = new SourceBoard({ reader: model.reader, resources });
    this.apply({
      items: [...model.items()],
      removed: [],
      incidents: [...model.incidents()],
    });
  }

  /** Takes over what the engine has worked out, after each of its steps. */
  apply(changes: FleetChanges): void {
    const now = this.#options.now();
    const at = now.toISOString();
    const before = this.#log.last;
    for (const incident of changes.incidents) {
      const groups = [...(this.#incidents.put(incident)?.groups() ?? [])];
      this.#log.add({ kind: 'incident', id: incident.id, before: groups });
    }
    for (const ref of changes.removed) {
      const id = formatItemRef(ref);
      this.#log.add({ kind: 'item', id, before: this.#items.remove(id) });
    }
    for (const item of changes.items) {
      const id = formatItemRef(item.ref);
      const known = this.#items.get(id) !== undefined;
      const changedAt = (!known && this.#options.since(id)) || at;
      this.#log.add({
        kind: 'item',
        id,
        before: this.#items.put(item, changedAt),
      });
    }
    for (const id of this.#sources.news(now)) {
      this.#log.add({ kind: 'source', id });
    }
    if (this.#log.last !== before) {
      this.#log.announce();
    }
  }

  /** How many items there are of each status, by domain. */
  countsByDomain(): Record<string, StatusCounts> {
    return summarize({
      groups: this.#items.groups(),
      clusterOwner: this.#clusterOwner,
    }).byDomain;
  }

  /** Whether an item is within somebody's access, and what of it decides that. */
  scopeOf(id: string) {
    return this.#items.get(id)?.group;
  }

  async version(access: Access): Promise<ViewVersion> {
    const revision = formatRevision(this.#log, access);
    return { revision, key: revision };
  }

  async listItems(access: Access, query: ItemsQuery): Promise<ServedItems> {
    const { items, clusters, ...rest } = listItems({
      index: this.#items,
      access,
      query,
      clusterOwner: this.#clusterOwner,
    });
    return {
      items: items.map(this.#serveItem),
      ...rest,
      revision: formatRevision(this.#log, access),
      sources: [...clusters]
        .sort()
        .flatMap(cluster => this.#sources.allBeside(cluster, access)),
    };
  }

  async getItem(access: Access, id: string): Promise<ItemDetail | undefined> {
    if (!this.#visible(access, id)) {
      return undefined;
    }
    const timeline = await this.#options.timeline(id);
    const revision = formatRevision(this.#log, access);
    // Again: it may have gone, or changed hands, while the database was read.
    const entry = this.#visible(access, id);
    const detail = entry && this.#options.model.detail(id);
    if (!detail) {
      return undefined;
    }
    const { chain, events, changes, remedies } = detail;
    const item = this.#serveItem(entry.item);
    const incident =
      item.incident === undefined
        ? undefined
        : this.#incidents.get(item.incident)?.serve(access);
    const source = this.#sources.beside(entry.group.cluster, access);
    return {
      item,
      chain,
      events,
      changes,
      timeline: timeline.map(({ at, status, cause, says }) => ({
        at,
        status,
        cause,
        says,
      })),
      remedies,
      incident,
      source,
      revision,
    };
  }

  async listIncidents(
    access: Access,
    query: IncidentsQuery,
  ): Promise<ServedIncidents> {
    const page = listIncidents({
      incidents: this.#incidents,
      access,
      query,
      clusterOwner: this.#clusterOwner,
    });
    return { ...page, revision: formatRevision(this.#log, access) };
  }

  async getIncident(
    access: Access,
    id: string,
  ): Promise<ServedIncident | undefined> {
    return this.#incidents.get(id)?.serve(access);
  }

  async getSummary(
    access: Access,
    filter: ItemsFilter = {},
  ): Promise<FleetSummary> {
    const { domain, entityRef, entity, owner } = filter;
    const counts =
      access.extent === 'none'
        ? { counts: emptyStatusCounts(), byDomain: {} }
        : summarize({
            groups: this.#items.groups(),
            access,
            filter,
            clusterOwner: this.#clusterOwner,
          });
    const { total } = await this.listIncidents(access, {
      filter: { domain, entityRef, entity, owner },
      limit: 1,
    });
    return {
      ...counts,
      incidents: total,
      revision: formatRevision(this.#log, access),
    };
  }

  async listSources(access: Access): Promise<ServedSources> {
    return {
      sources: access.sources ? this.#sources.all() : [],
      revision: formatRevision(this.#log, access),
    };
  }

  async watch(
    access: Access,
    subscriptions: WatchSubscription[],
  ): Promise<FleetWatch> {
    return new DefaultFleetWatch({
      log: this.#log,
      subscriptions,
      access,
      items: this.#items,
      incidents: this.#incidents,
      serveItem: this.#serveItem,
      serveSource: id => this.#sources.get(id),
      clusterOwner: this.#clusterOwner,
    });
  }

  readonly #clusterOwner = (cluster: string) => this.#sources.ownerOf(cluster);

  readonly #serveItem = (item: ServedItem): ServedItem => {
    const root = item.finding?.root;
    const incident =
      root === undefined ? undefined : this.#incidents.openWith(root);
    return incident === undefined ? item : { ...item, incident };
  };

  #visible(access: Access, id: string): ItemEntry | undefined {
    const entry = this.#items.get(id);
    return entry && access.sees(entry.group) ? entry : undefined;
  }
}
