import { Clock, systemClock } from '@slipway/backstage-plugin-fleet-node';

/** Longer than it takes from the check of a name to the first commit. */
const HELD_MS = 15_000;

export interface NameClaim {
  /** What shall be nobody else's for a while. */
  names: string[];
  task: string;
  /** Gives the names back. */
  signal?: AbortSignal;
}

/**
 * Which task is about to make things of which names. Two tasks that were
 * started at once would both find a name free; the second one waits for what
 * becomes of the first. With several backends GitHub decides instead, and the
 * second one fails.
 */
export class NameClaims {
  readonly #held = new Map<string, NameClaim & { until: number }>();
  readonly #clock: Clock;

  static create(clock: Clock = systemClock): NameClaims {
    return new NameClaims(clock);
  }

  private constructor(clock: Clock) {
    this.#clock = clock;
  }

  /** Takes all of the names, or none when one of them is another task's. */
  take(claim: NameClaim): boolean {
    if (claim.names.some(name => this.#isHeld(name, claim.task))) {
      return false;
    }
    const until = this.#clock.now() + HELD_MS;
    for (const name of claim.names) {
      this.#held.set(name, { ...claim, until });
    }
    return true;
  }

  #isHeld(name: string, task: string): boolean {
    const claim = this.#held.get(name);
    if (!claim || claim.until <= this.#clock.now() || claim.signal?.aborted) {
      this.#held.delete(name);
      return false;
    }
    return claim.task !== task;
  }
}
