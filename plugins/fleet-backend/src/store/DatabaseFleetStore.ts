import {
  Coverage,
  Incident,
  SourceInfo,
  Status,
} from '@slipway/backstage-plugin-fleet-common';
import { Row } from '@slipway/backstage-plugin-fleet-node';
import { Knex } from 'knex';
import {
  FleetStore,
  Remembered,
  StoreBatch,
  StoredResource,
  TimelineEntry,
} from './FleetStore';
import { parseJson } from './parseJson';
import { writeBatch } from './writeBatch';

const PAGE = 5_000;
const TIMELINE_LENGTH = 50;
const TIMELINE_PRUNE_AFTER = 5_000;
const CLOSED_INCIDENTS_MS = 7 * 24 * 3_600_000;

/** Keeps what survives a restart in the plugin's database. */
export class DatabaseFleetStore implements FleetStore {
  readonly #knex: Knex;
  readonly #now: () => Date;
  #timelineGrowth = 0;

  static create(options: { knex: Knex; now: () => Date }): DatabaseFleetStore {
    return new DatabaseFleetStore(options);
  }

  private constructor(options: { knex: Knex; now: () => Date }) {
    this.#knex = options.knex;
    this.#now = options.now;
  }

  async load(projection: string): Promise<Remembered> {
    await this.#keepProjection(projection);
    await this.#prune();
    const knex = this.#knex;
    const [resources, sources, items, incidents] = await Promise.all([
      knex('fleet_resources').select(),
      knex('fleet_sources').select(),
      knex('fleet_items').select(),
      knex('fleet_incidents').select(),
    ]);
    return {
      resources: resources.map(stored => ({
        source: stored.source,
        resource: stored.resource,
        resourceVersion: stored.resource_version ?? undefined,
        ...readCoverage(stored.coverage),
      })),
      sources: sources.flatMap(({ data }) => parseJson<SourceInfo>(data) ?? []),
      items: items.map(stored => ({
        id: stored.id,
        status: stored.status as Status,
        cause: stored.cause ?? undefined,
        since: stored.since,
        memory: parseJson<Record<string, unknown>>(stored.memory),
      })),
      incidents: incidents.flatMap(
        ({ data }) => parseJson<Incident>(data) ?? [],
      ),
    };
  }

  async *loadRows(): AsyncIterable<Row[]> {
    for (let after = ''; ; ) {
      const page = await this.#knex('fleet_rows')
        .where('id', '>', after)
        .orderBy('id')
        .limit(PAGE)
        .select<{ id: string; data: string }[]>('id', 'data');
      const last = page.at(-1);
      if (!last) {
        return;
      }
      yield page.flatMap(({ data }) => parseJson<Row>(data) ?? []);
      after = last.id;
    }
  }

  async write(batch: StoreBatch): Promise<void> {
    await this.#knex.transaction(transaction => writeBatch(transaction, batch));
    this.#timelineGrowth += batch.timeline.length;
    if (this.#timelineGrowth >= TIMELINE_PRUNE_AFTER) {
      await this.#prune();
    }
  }

  async timeline(item: string): Promise<TimelineEntry[]> {
    const entries = await this.#knex('fleet_timeline')
      .where({ item })
      .orderBy('seq', 'desc')
      .limit(TIMELINE_LENGTH)
      .select();
    return entries.map(entry => ({
      item,
      at: entry.at,
      status: entry.status as Status,
      cause: entry.cause ?? undefined,
      says: entry.says ?? undefined,
    }));
  }

  async #keepProjection(projection: string): Promise<void> {
    await this.#knex.transaction(async transaction => {
      const known = await transaction('fleet_meta')
        .where({ key: 'projection' })
        .first('value');
      if (known?.value === projection) {
        return;
      }
      await transaction('fleet_rows').delete();
      await transaction('fleet_resources').delete();
      await transaction('fleet_meta')
        .insert({ key: 'projection', value: projection })
        .onConflict('key')
        .merge();
    });
  }

  async #prune(): Promise<void> {
    this.#timelineGrowth = 0;
    const knex = this.#knex;
    const numbered = knex('fleet_timeline')
      .select('seq')
      .rowNumber('position', query => {
        query.partitionBy('item').orderBy('seq', 'desc');
      })
      .as('numbered');
    await knex('fleet_timeline')
      .whereIn(
        'seq',
        knex
          .from(numbered)
          .where('position', '>', TIMELINE_LENGTH)
          .select('seq'),
      )
      .delete();
    const oldest = new Date(this.#now().getTime() - CLOSED_INCIDENTS_MS);
    await knex('fleet_incidents')
      .where('closed_at', '<', oldest.toISOString())
      .delete();
  }
}

function readCoverage(
  text: string | null,
): Pick<StoredResource, 'coverage' | 'namespaces'> {
  const { namespaces, ...coverage } =
    parseJson<Coverage & Pick<StoredResource, 'namespaces'>>(text) ?? {};
  return {
    coverage: 'state' in coverage ? (coverage as Coverage) : undefined,
    ...(namespaces && { namespaces }),
  };
}
