import { compareTexts } from '../../collections';
import { EVENTS } from '../eventsResource';
import { eventSliceOf } from '../eventSliceOf';
import { ResourceSpec } from '../ResourceSpec';
import { Row } from '../Row';
import { sameProjection } from '../sameProjection';
import { GoneRows } from './GoneRows';
import { lastSeenOf, retainedUntil, RetentionBook } from './RetentionBook';
import { RowChange } from './RowChange';
import { RowCompactor } from './RowCompactor';
import { RowTable } from './RowTable';

/** How the rows of a resource are kept. @internal */
export interface StoredResource {
  id: string;
  retention?: ResourceSpec['retention'];
  indexes: Map<string, (row: Row) => string[]>;
}

const ABOUT = 'engine/about';

/** All rows of all sources, with the look-ups of a Reader. @internal */
export class RowStore {
  readonly #resources: Map<string, StoredResource>;
  readonly #tables = new Map<string, Map<string, RowTable>>();
  readonly #gone = GoneRows.create();
  readonly #retention = RetentionBook.create();
  readonly #compactor = RowCompactor.create();

  static create(resources: StoredResource[]): RowStore {
    return new RowStore(resources);
  }

  private constructor(resources: StoredResource[]) {
    this.#resources = new Map(
      resources.map(resource => [resource.id, withEngineIndexes(resource)]),
    );
  }

  get size(): number {
    return [...this.#tables.values()]
      .flatMap(tables => [...tables.values()])
      .reduce((size, table) => size + table.size, 0);
  }

  /** `undefined` when nobody would see a difference. */
  put(row: Row, now: Date): RowChange | undefined {
    return row.goneAt === undefined
      ? this.#putLive(row, now)
      : this.#putGone({ ...row, goneAt: row.goneAt }, now);
  }

  removeSource(source: string): void {
    this.#tables.delete(source);
    this.#gone.removeSource(source);
  }

  /** Forgets what is kept for a while only. */
  forget(now: Date): void {
    this.#gone.forget(now);
    for (const { namespace, name, ...of } of this.#retention.takeDue(now)) {
      const table = this.#table(of);
      const row = table?.get(namespace, name);
      const seconds = this.#resources.get(of.resource)?.retention?.seconds ?? 0;
      if (row && retainedUntil(row, seconds) > now.getTime()) {
        this.#retention.note(row, seconds);
      } else {
        table?.delete(namespace, name);
      }
    }
  }

  row(source: string, resource: string, namespace: string, name: string) {
    return this.#tables.get(source)?.get(resource)?.get(namespace, name);
  }

  rows(source: string, resource: string, namespace?: string): Row[] {
    return sorted(this.#table({ source, resource })?.rows(namespace));
  }

  rowsByOwner(source: string, resource: string, uid: string): Row[] {
    return sorted(this.#table({ source, resource })?.ownedBy(uid));
  }

  rowsByLabel(
    source: string,
    resource: string,
    label: { key: string; value: string },
    namespace?: string,
  ): Row[] {
    const rows = this.#table({ source, resource })?.labelled(
      label.key,
      label.value,
    );
    return sorted(
      rows?.filter(
        row => namespace === undefined || row.namespace === namespace,
      ),
    );
  }

  rowsBy(source: string, resource: string, index: string, key: string): Row[] {
    return sorted(this.#table({ source, resource })?.indexed(index, key));
  }

  goneRows(options: {
    source: string;
    resource: string;
    ownerUid: string;
    now: Date;
  }): Row[] {
    const { ownerUid: uid, now } = options;
    return this.#gone.ownedBy({ ...options, uid }, now);
  }

  events(
    source: string,
    about: { uid?: string; kind: string; namespace: string; name: string },
  ): Row[] {
    const rows = this.rowsBy(source, EVENTS, ABOUT, aboutKey(about));
    return rows.filter(row => isAbout(row, about.uid)).sort(newestFirst);
  }

  #putLive(row: Row, now: Date): RowChange | undefined {
    const table = this.#tableFor(row);
    const known = table.get(row.namespace, row.name);
    const isSameObject = known?.uid === row.uid;
    if (known && isSameObject && sameProjection(known, row)) {
      if (known.resourceVersion !== row.resourceVersion) {
        const { resourceVersion, writtenAt } = row;
        this.#set(table, { ...known, resourceVersion, writtenAt });
      }
      return undefined;
    }
    if (known && !isSameObject) {
      this.#gone.add({ ...known, goneAt: now.toISOString() }, now);
    }
    this.#gone.remove(row);
    const kept = this.#compactor.compact(
      row,
      known && isSameObject ? now.toISOString() : row.changedAt,
    );
    this.#set(table, kept);
    return { row: kept, previous: known };
  }

  #putGone(
    row: Row & { readonly goneAt: string },
    now: Date,
  ): RowChange | undefined {
    const table = this.#tableFor(row);
    const known = table.get(row.namespace, row.name);
    if (known && (!row.uid || known.uid === row.uid)) {
      table.delete(row.namespace, row.name);
      // A sweep knows that it went, but not what it was.
      const last = Object.keys(row.slices).length > 0 ? row : known;
      const gone = { ...last, goneAt: row.goneAt, changedAt: known.changedAt };
      this.#gone.add(gone, now);
      return { row: gone, previous: known };
    }
    return this.#gone.add(row, now) ? { row } : undefined;
  }

  #set(table: RowTable, row: Row) {
    table.set(row);
    const { retention } = this.#resources.get(row.resource) ?? {};
    if (retention) {
      this.#retention.note(row, retention.seconds);
      const slice = eventSliceOf(row);
      const others = slice && table.indexed(ABOUT, aboutKey(slice.about));
      for (const old of (others ?? [])
        .sort(newestFirst)
        .slice(retention.perObject)) {
        table.delete(old.namespace, old.name);
      }
    }
  }

  #table(of: { source: string; resource: string }): RowTable | undefined {
    return this.#tables.get(of.source)?.get(of.resource);
  }

  #tableFor(row: Row): RowTable {
    let tables = this.#tables.get(row.source);
    if (!tables) {
      tables = new Map();
      this.#tables.set(row.source, tables);
    }
    let table = tables.get(row.resource);
    if (!table) {
      const resource = this.#resources.get(row.resource);
      table = RowTable.create(resource?.indexes ?? new Map());
      tables.set(row.resource, table);
    }
    return table;
  }
}

function withEngineIndexes(resource: StoredResource): StoredResource {
  if (resource.id !== EVENTS) {
    return resource;
  }
  const indexes = new Map(resource.indexes).set(ABOUT, row => {
    const about = eventSliceOf(row)?.about;
    return about ? [aboutKey(about)] : [];
  });
  return { ...resource, indexes };
}

function aboutKey(about: { kind: string; namespace: string; name: string }) {
  return [about.kind, about.namespace, about.name].join('/');
}

function isAbout(row: Row, uid: string | undefined): boolean {
  const known = eventSliceOf(row)?.about.uid;
  return !uid || !known || uid === known;
}

function newestFirst(a: Row, b: Row): number {
  return (
    compareTexts(lastSeenOf(b), lastSeenOf(a)) || compareTexts(b.name, a.name)
  );
}

function sorted(rows: Row[] = []): Row[] {
  return rows.length < 2
    ? rows
    : rows.sort(
        (a, b) =>
          compareTexts(a.namespace, b.namespace) ||
          compareTexts(a.name, b.name),
      );
}
