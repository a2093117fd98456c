import { Clock } from '@slipway/backstage-plugin-fleet-node';

/** How long, in milliseconds, an answer about what hardly changes is good. */
const GOOD_FOR = 60_000;

interface Entry<T> {
  value: T;
  /** In what state of its cluster it was read. */
  mark: string;
  until: number;
}

/** The last good answers to one kind of question, by whom they are about. */
export class Kept<T> {
  readonly #clock: Clock;
  readonly #entries = new Map<string, Entry<T>>();

  static create<T>(clock: Clock): Kept<T> {
    return new Kept(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** However old it is. */
  last(key: string): T | undefined {
    return this.#entries.get(key)?.value;
  }

  /** Unless it is old, or its cluster is in another state now. */
  fresh(key: string, mark = ''): T | undefined {
    const entry = this.#entries.get(key);
    return entry && entry.mark === mark && this.#clock.now() < entry.until
      ? entry.value
      : undefined;
  }

  keep(key: string, value: T, mark = ''): void {
    const until = this.#clock.now() + GOOD_FOR;
    this.#entries.set(key, { value, mark, until });
  }

  /** Forgets all others. */
  retain(keys: string[]): void {
    const wanted = new Set(keys);
    [...this.#entries.keys()]
      .filter(key => !wanted.has(key))
      .forEach(key => this.#entries.delete(key));
  }
}
