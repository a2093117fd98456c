import { randomBytes } from 'node:crypto';
import { ItemEntry } from '../items/ItemEntry';
import { ItemGroup } from '../items/ItemGroup';

/** What changed, and how it was before, for those who saw it. */
export type LoggedChange =
  | { kind: 'item'; id: string; before?: ItemEntry }
  | { kind: 'incident'; id: string; before: ItemGroup[] }
  | { kind: 'source'; id: string };

const CAPACITY = 5000;
const MOST_REMEMBERED = 500;

/**
 * The last changes, in order, so that whoever was away for a moment gets what
 * they missed.
 */
export class ChangeLog {
  /** Differs between processes: numbers of another one mean nothing here. */
  readonly epoch = randomBytes(4).toString('hex');
  readonly #ring: LoggedChange[] = new Array(CAPACITY);
  readonly #listeners = new Set<() => void>();
  readonly #remembered = new Map<string, unknown>();
  #last = 0;

  /** Number of the last change. */
  get last(): number {
    return this.#last;
  }

  add(change: LoggedChange): void {
    this.#last++;
    this.#remembered.clear();
    this.#ring[this.#last % CAPACITY] = change;
  }

  /** What somebody has worked out already since the last change. */
  remember<T>(key: string, work: () => T): T {
    if (!this.#remembered.has(key)) {
      if (this.#remembered.size >= MOST_REMEMBERED) {
        this.#remembered.clear();
      }
      this.#remembered.set(key, work());
    }
    return this.#remembered.get(key) as T;
  }

  /** Tells listeners that there are changes; after a batch of them. */
  announce(): void {
    this.#listeners.forEach(listener => listener());
  }

  /** Returns how to stop listening. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** What came after a change, oldest first; `undefined` when that is forgotten. */
  since(number: number): LoggedChange[] | undefined {
    if (number > this.#last || this.#last - number > CAPACITY) {
      return undefined;
    }
    const changes: LoggedChange[] = [];
    for (let at = number + 1; at <= this.#last; at++) {
      changes.push(this.#ring[at % CAPACITY]);
    }
    return changes;
  }
}
