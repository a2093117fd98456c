import { Heap } from '../../collections';
import { eventSliceOf } from '../eventSliceOf';
import { Row } from '../Row';

interface Ageing {
  key: string;
  row: Row;
  until: number;
}

/**
 * Says which rows of Events and the like are to be looked at again, because
 * their time may be over. Holds one entry for each, however often it changes.
 *
 * @internal
 */
export class RetentionBook {
  readonly #ageing = Heap.create<Ageing>((a, b) => a.until < b.until);
  readonly #noted = new Set<string>();

  static create(): RetentionBook {
    return new RetentionBook();
  }

  private constructor() {}

  note(row: Row, seconds: number): void {
    const { source, resource, namespace, name } = row;
    const key = [source, resource, namespace, name].join('\n');
    const until = retainedUntil(row, seconds);
    if (!Number.isNaN(until) && !this.#noted.has(key)) {
      this.#noted.add(key);
      this.#ageing.push({ key, row, until });
    }
  }

  /** The rows as they were noted; some may be gone or newer meanwhile. */
  takeDue(now: Date): Row[] {
    const due: Row[] = [];
    for (;;) {
      const next = this.#ageing.peek();
      if (!next || next.until > now.getTime()) {
        return due;
      }
      this.#ageing.pop();
      this.#noted.delete(next.key);
      due.push(next.row);
    }
  }
}

/** Milliseconds of the epoch, NaN when the row tells no time. @internal */
export function retainedUntil(row: Row, seconds: number): number {
  return Date.parse(lastSeenOf(row)) + seconds * 1000;
}

/** ISO time at which what a row tells of was last seen. @internal */
export function lastSeenOf(row: Row): string {
  return eventSliceOf(row)?.lastSeen ?? row.createdAt ?? '';
}
