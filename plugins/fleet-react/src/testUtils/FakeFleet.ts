import {
  emptyStatusCounts,
  FleetClient,
  FleetFilter,
  FleetIncidentFilter,
  FleetSummary,
  formatItemRef,
  ItemDetail,
  LiveObject,
  OperationAnswer,
  PageOptions,
  ServedIncident,
  ServedIncidents,
  ServedItem,
  ServedItems,
  ServedSource,
  ServedSources,
  StreamSubscription,
  StreamUpdate,
} from '@slipway/backstage-plugin-fleet-common';
import { NotFoundError } from '@backstage/errors';
import { compareByStatus } from './compareByStatus';
import { FakeStream } from './FakeStream';
import { matchesFilter } from './matchesFilter';

/** What a {@link FakeFleet} knows at first. @public */
export interface FakeFleetOptions {
  /** In no special order. */
  items?: ServedItem[];
  /** Of any domain. */
  incidents?: ServedIncident[];
  /** Where its items come from. */
  sources?: ServedSource[];
  /** What details of an item add to the item. */
  details?: Record<string, Partial<ItemDetail>>;
}

/**
 * A fleet in memory, live like the real one, for tests of pages. Give it to an
 * app as `[fleetApiRef, FakeFleet.create({ items })]`.
 *
 * @public
 */
export class FakeFleet implements Pick<FleetClient, keyof FleetClient> {
  readonly #items = new Map<string, ServedItem>();
  readonly #incidents = new Map<string, ServedIncident>();
  readonly #sources = new Map<string, ServedSource>();
  readonly #details: Record<string, Partial<ItemDetail>>;
  readonly #objects = new Map<string, Record<string, unknown>>();
  readonly #streams = new Set<FakeStream>();
  #answer: OperationAnswer = { outcome: 'done', message: 'Done' };
  #preview: OperationAnswer = { outcome: 'allowed', effect: 'It changes.' };
  #sequence = 1;
  #error?: Error;
  #isBlocked = false;
  /** What was asked for, in order: `listItems`, `openStream` … */
  readonly requests: { method: string; request: unknown }[] = [];

  private constructor(options: FakeFleetOptions) {
    this.#details = options.details ?? {};
    options.items?.forEach(item => this.#items.set(item.id, item));
    options.incidents?.forEach(one => this.#incidents.set(one.id, one));
    options.sources?.forEach(one => this.#sources.set(one.id, one));
  }

  /** A fleet that knows what it is given. */
  static create(options: FakeFleetOptions = {}): FakeFleet {
    return new FakeFleet(options);
  }

  /** Where the stream is. */
  get revision(): string {
    return `fake.${this.#sequence}`;
  }

  /** The streams that are open. */
  get streams(): FakeStream[] {
    return [...this.#streams];
  }

  /** An item comes or changes. */
  put(item: ServedItem): void {
    this.#items.set(item.id, item);
    this.#tell(subscription =>
      subscription.kind === 'items' || subscription.kind === 'item'
        ? this.#updateOf(item, subscription)
        : undefined,
    );
  }

  /** An item is no longer there. */
  remove(id: string): void {
    this.#items.delete(id);
    this.#tell(({ kind }) =>
      kind === 'items' || kind === 'item'
        ? { upserted: [], removed: [id] }
        : undefined,
    );
  }

  /** An incident opens or changes. */
  putIncident(incident: ServedIncident): void {
    this.#incidents.set(incident.id, incident);
    this.#tell(({ kind }) =>
      kind === 'incidents' ? { upserted: [incident], removed: [] } : undefined,
    );
  }

  /** A source comes or changes. */
  putSource(source: ServedSource): void {
    this.#sources.set(source.id, source);
    this.#tell(({ kind }) =>
      kind === 'sources' ? { upserted: [source], removed: [] } : undefined,
    );
  }

  /** What details of an item add to the item, from now on. */
  setDetail(id: string, detail: Partial<ItemDetail>): void {
    this.#details[id] = detail;
  }

  /** An object that can be looked at. */
  setObject(name: string, object: Record<string, unknown>): void {
    this.#objects.set(name, object);
  }

  /** What operations answer, first when asked and then when done. */
  setAnswers(preview: OperationAnswer, answer: OperationAnswer): void {
    this.#preview = preview;
    this.#answer = answer;
  }

  /** Makes every request fail, until it is called without an error. */
  fail(error?: Error): void {
    this.#error = error;
  }

  /** Whether something on the way holds streams back. */
  block(isBlocked: boolean): void {
    this.#isBlocked = isBlocked;
  }

  /** Worst first, whatever order is asked for. */
  async listItems<Details = unknown>(
    query: { filter?: FleetFilter } & PageOptions = {},
  ): Promise<ServedItems<Details>> {
    this.#note('listItems', query);
    const { filter = {}, limit = 50, cursor } = query;
    const { status, ...rest } = filter;
    const sorted = [...this.#items.values()].sort(compareByStatus);
    const others = sorted.filter(item => matchesFilter(item, rest));
    const items = others.filter(item => matchesFilter(item, { status }));
    const counts = emptyStatusCounts();
    others.forEach(item => {
      counts[item.status] += 1;
    });
    const start = cursor ? items.findIndex(({ id }) => id === cursor) + 1 : 0;
    const page = items.slice(start, start + limit);
    return {
      items: page as ServedItem<Details>[],
      total: items.length,
      counts,
      nextCursor: start + limit < items.length ? page.at(-1)?.id : undefined,
      revision: this.revision,
      sources: [...this.#sources.values()],
    };
  }

  /** With what was given as its detail. */
  async getItem<Details = unknown>(id: string): Promise<ItemDetail<Details>> {
    this.#note('getItem', id);
    const item = this.#items.get(id);
    if (!item) {
      throw new NotFoundError(`There is no item ${id}`);
    }
    const [source] = [...this.#sources.values()].filter(
      ({ name }) => name === item.ref.cluster,
    );
    return {
      item: item as ServedItem<Details>,
      chain: [],
      events: [],
      changes: [],
      timeline: [],
      remedies: [],
      source,
      revision: this.revision,
      ...(this.#details[id] as Partial<ItemDetail<Details>>),
    };
  }

  /** Those of a domain, cluster or root, open or closed. */
  async listIncidents(
    query: { filter?: FleetIncidentFilter } & PageOptions = {},
  ): Promise<ServedIncidents> {
    this.#note('listIncidents', query);
    const { state = 'open', domain, cluster, root } = query.filter ?? {};
    const incidents = [...this.#incidents.values()].filter(
      one =>
        (state === 'all' ||
          (state === 'closed') === (one.closedAt !== undefined)) &&
        (!domain || one.domains.includes(domain)) &&
        (!cluster || one.clusters.includes(cluster)) &&
        (!root || one.root === root),
    );
    return { incidents, total: incidents.length, revision: this.revision };
  }

  /** One that was given. */
  async getIncident(id: string): Promise<ServedIncident> {
    this.#note('getIncident', id);
    const incident = this.#incidents.get(id);
    if (!incident) {
      throw new NotFoundError(`There is no incident ${id}`);
    }
    return incident;
  }

  /** Counts of all domains together. */
  async getSummary(filter: FleetFilter = {}): Promise<FleetSummary> {
    this.#note('getSummary', filter);
    const { counts } = await this.listItems({ filter });
    return {
      counts,
      byDomain: {},
      incidents: this.#incidents.size,
      revision: this.revision,
    };
  }

  /** All of them. */
  async listSources(): Promise<ServedSources> {
    this.#note('listSources', undefined);
    return { sources: [...this.#sources.values()], revision: this.revision };
  }

  /** One that was set. */
  async getObject(query: { name: string }): Promise<LiveObject> {
    this.#note('getObject', query);
    const object = this.#objects.get(query.name);
    if (!object) {
      throw new NotFoundError(`There is no object ${query.name}`);
    }
    return { object, fetchedAt: new Date().toISOString() };
  }

  /** Answers what was set. */
  async runOperation(request: {
    item: string;
    operation: string;
    dryRun?: boolean;
  }): Promise<OperationAnswer> {
    this.#note('runOperation', request);
    return request.dryRun ? this.#preview : this.#answer;
  }

  /** Opens a stream that says hello, unless it is held back. */
  async openStream(
    request: { subscriptions: StreamSubscription[]; lastEventId?: string },
    options: { signal?: AbortSignal } = {},
  ): Promise<Response> {
    this.#note('openStream', request);
    const stream = FakeStream.create(request);
    this.#streams.add(stream);
    options.signal?.addEventListener('abort', () => {
      stream.end();
      this.#streams.delete(stream);
    });
    if (!this.#isBlocked) {
      stream.send('hello', { revision: this.revision });
    }
    return stream.response;
  }

  #note(method: string, request: unknown) {
    this.requests.push({ method, request });
    if (this.#error) {
      throw this.#error;
    }
  }

  #updateOf(item: ServedItem, subscription: StreamSubscription) {
    const isMatch =
      subscription.kind === 'items'
        ? matchesFilter(item, subscription.filter ?? {})
        : subscription.kind === 'item' &&
          subscription.filter.item === formatItemRef(item.ref);
    return isMatch
      ? { upserted: [item], removed: [] }
      : { upserted: [], removed: [item.id] };
  }

  #tell(
    updateFor: (subscription: StreamSubscription) => StreamUpdate | undefined,
  ) {
    this.#sequence += 1;
    for (const stream of this.#streams) {
      const subscriptions = Object.fromEntries(
        stream.request.subscriptions.flatMap(subscription => {
          const update = updateFor(subscription);
          return update ? [[subscription.id, update]] : [];
        }),
      );
      stream.send('change', { revision: this.revision, subscriptions });
    }
  }
}
