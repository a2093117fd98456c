import { isoOf } from './isoOf';

/**
 * The clock of one derivation. It remembers every moment that was asked about
 * and has not come, so whatever would turn out otherwise later is asked again.
 */
export class Moments {
  readonly now: number;
  #next = Infinity;

  static at(now: Date): Moments {
    return new Moments(now.getTime());
  }

  private constructor(now: number) {
    this.now = now;
  }

  /** Whether a moment, in milliseconds, has come. One that is not known never does. */
  hasCome(moment: number | undefined): boolean {
    if (moment === undefined || Number.isNaN(moment)) {
      return false;
    }
    if (moment > this.now) {
      this.#next = Math.min(this.#next, moment);
      return false;
    }
    return true;
  }

  /** ISO time of the first moment that has not come, of those asked about. */
  get next(): string | undefined {
    return isoOf(this.#next);
  }
}
