import { Row } from '../Row';

type GoneRow = Row & { readonly goneAt: string };

const KEPT_FOR = 15 * 60 * 1000;
const MOST_OF_AN_OWNER = 50;
const MOST = 20_000;

/**
 * Rows of objects that went lately: failed requests are deleted before anybody
 * has read why they failed. Only what had an owner can be asked for.
 *
 * @internal
 */
export class GoneRows {
  readonly #byOwner = new Map<string, GoneRow[]>();
  // In the order of their going, nearly.
  readonly #byUid = new Map<string, GoneRow>();

  static create(): GoneRows {
    return new GoneRows();
  }

  private constructor() {}

  /** False when it was here before, or went too long ago. */
  add(row: GoneRow, now: Date): boolean {
    const key = keyOf(row, row.uid);
    if (!isRecent(row, now) || this.#byUid.has(key)) {
      return false;
    }
    if (row.owners.length > 0) {
      this.#byUid.set(key, row);
      row.owners.forEach(({ uid }) => this.#addTo(keyOf(row, uid), row));
      this.#keepBound();
    }
    return true;
  }

  /** It is there again, or its source went. */
  remove(row: Pick<Row, 'source' | 'resource' | 'uid'>): void {
    const key = keyOf(row, row.uid);
    const gone = this.#byUid.get(key);
    if (gone) {
      this.#byUid.delete(key);
      gone.owners.forEach(({ uid }) =>
        this.#removeFrom(keyOf(gone, uid), gone),
      );
    }
  }

  removeSource(source: string): void {
    for (const row of [...this.#byUid.values()]) {
      if (row.source === source) {
        this.remove(row);
      }
    }
  }

  /** Newest first. */
  ownedBy(row: { source: string; resource: string; uid: string }, now: Date) {
    const owned = this.#byOwner.get(keyOf(row, row.uid)) ?? [];
    return owned.filter(gone => isRecent(gone, now));
  }

  forget(now: Date): void {
    for (const row of this.#byUid.values()) {
      if (isRecent(row, now)) {
        return;
      }
      this.remove(row);
    }
  }

  #addTo(key: string, row: GoneRow) {
    const rows = [...(this.#byOwner.get(key) ?? []), row].sort(newestFirst);
    this.#byOwner.set(key, rows.slice(0, MOST_OF_AN_OWNER));
    rows.slice(MOST_OF_AN_OWNER).forEach(tooMuch => this.remove(tooMuch));
  }

  #removeFrom(key: string, row: GoneRow) {
    const rows = (this.#byOwner.get(key) ?? []).filter(other => other !== row);
    if (rows.length > 0) {
      this.#byOwner.set(key, rows);
    } else {
      this.#byOwner.delete(key);
    }
  }

  #keepBound() {
    if (this.#byUid.size > MOST) {
      const [oldest] = this.#byUid.values();
      this.remove(oldest);
    }
  }
}

function keyOf(row: { source: string; resource: string }, uid: string): string {
  return [row.source, row.resource, uid].join('\n');
}

function isRecent(row: GoneRow, now: Date): boolean {
  return Date.parse(row.goneAt) + KEPT_FOR > now.getTime();
}

function newestFirst(a: GoneRow, b: GoneRow): number {
  const [first, second] = [a, b].map(row => `${row.goneAt} ${row.name}`);
  return first < second ? 1 : -1;
}
