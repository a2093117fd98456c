import { Knex } from 'knex';
import { StoreBatch, StoredResource } from './FleetStore';
import { rowId } from './rowId';

/** Writes all of a batch; a source that goes, goes before its successor comes. */
export async function writeBatch(
  knex: Knex.Transaction,
  batch: StoreBatch,
): Promise<void> {
  await removeSources(knex, batch.removedSources);
  await writeRows(knex, batch.rows);
  await upsert(
    knex,
    'fleet_resources',
    ['source', 'resource'],
    [
      ...batch.resources.map(({ source, resource, ...known }) => ({
        source,
        resource,
        resource_version: known.resourceVersion ?? null,
        coverage: writeCoverage(known),
      })),
    ],
  );
  await upsert(
    knex,
    'fleet_sources',
    ['id'],
    batch.sources.map(source => ({
      id: source.id,
      data: JSON.stringify(source),
    })),
  );
  await writeItems(knex, batch);
  await upsert(
    knex,
    'fleet_incidents',
    ['id'],
    batch.incidents.map(incident => ({
      id: incident.id,
      closed_at: incident.closedAt ?? null,
      data: JSON.stringify(incident),
    })),
  );
}

/** What is known of namespaces is kept with what is known of all. */
function writeCoverage({
  coverage,
  namespaces,
}: Pick<StoredResource, 'coverage' | 'namespaces'>): string | null {
  return coverage || namespaces
    ? JSON.stringify({ ...coverage, namespaces })
    : null;
}

async function removeSources(knex: Knex.Transaction, sources: string[]) {
  if (sources.length > 0) {
    await knex('fleet_rows').whereIn('source', sources).delete();
    await knex('fleet_resources').whereIn('source', sources).delete();
    await knex('fleet_sources').whereIn('id', sources).delete();
  }
}

async function writeRows(knex: Knex.Transaction, rows: StoreBatch['rows']) {
  const gone = rows.filter(row => row.goneAt).map(rowId);
  if (gone.length > 0) {
    await knex('fleet_rows').whereIn('id', gone).delete();
  }
  await upsert(
    knex,
    'fleet_rows',
    ['id'],
    rows
      .filter(row => !row.goneAt)
      .map(row => ({
        id: rowId(row),
        source: row.source,
        resource: row.resource,
        data: JSON.stringify(row),
      })),
  );
}

async function writeItems(
  knex: Knex.Transaction,
  { items, removedItems, timeline }: StoreBatch,
) {
  if (removedItems.length > 0) {
    await knex('fleet_items').whereIn('id', removedItems).delete();
    await knex('fleet_timeline').whereIn('item', removedItems).delete();
  }
  await upsert(
    knex,
    'fleet_items',
    ['id'],
    items.map(({ id, status, cause, since, memory }) => ({
      id,
      status,
      cause: cause ?? null,
      since,
      memory: memory ? JSON.stringify(memory) : null,
    })),
  );
  if (timeline.length > 0) {
    await knex('fleet_timeline').insert(
      timeline.map(({ item, at, status, cause, says }) => ({
        item,
        at,
        status,
        cause: cause ?? null,
        // PostgreSQL's text cannot hold this character, which a log line may.
        says: says?.replaceAll('\0', '') ?? null,
      })),
    );
  }
}

async function upsert(
  knex: Knex.Transaction,
  table: string,
  key: string[],
  rows: Record<string, string | null>[],
) {
  if (rows.length > 0) {
    await knex(table).insert(rows).onConflict(key).merge();
  }
}
