import { Coverage } from '@slipway/backstage-plugin-fleet-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';

/** Who hears of it, and by which times. */
export interface CoverageTrackerOptions {
  /** What the last run knew, if all. */
  remembered?: { lastContact?: string };
  clock: Clock;
  now: () => Date;
  tell(coverage: Coverage): void;
}

const GRACE_MS = 10_000;
const TELL_CONTACT_MS = 30_000;

/** What is known of a resource, from when on, and when something was heard. */
export class CoverageTracker {
  readonly #options: CoverageTrackerOptions;
  #coverage: Coverage;
  /** Whether all of it was known once. */
  #hasAll: boolean;
  #heardAt: number | undefined;
  #toldAt: number;

  static create(options: CoverageTrackerOptions): CoverageTracker {
    return new CoverageTracker(options);
  }

  private constructor(options: CoverageTrackerOptions) {
    this.#options = options;
    const { remembered, clock, now } = options;
    this.#hasAll = remembered !== undefined;
    this.#toldAt = clock.now();
    this.#coverage = {
      state: remembered ? 'stale' : 'syncing',
      since: now().toISOString(),
      ...(remembered?.lastContact && { lastContact: remembered.lastContact }),
    };
    options.tell(this.#coverage);
  }

  get state(): Coverage['state'] {
    return this.#coverage.state;
  }

  /** Bytes arrived. */
  heard(): void {
    const { clock } = this.#options;
    this.#heardAt = clock.now();
    if (this.#heardAt - this.#toldAt >= TELL_CONTACT_MS) {
      this.#set(this.#coverage.state, this.#coverage.error);
    }
  }

  /** All of it is known, or all but the gaps. */
  complete(gaps: string | undefined): void {
    this.#heardAt = this.#options.clock.now();
    this.#hasAll = !gaps;
    this.#change(gaps ? 'syncing' : 'live', gaps);
  }

  /** There is no telling any more whether it is all. */
  outdated(): void {
    if (this.#hasAll) {
      this.#change('stale', undefined);
    }
  }

  /** What was known is of something else: nothing may be missed before it is read. */
  forget(): void {
    this.#hasAll = false;
    this.#change('syncing', undefined);
  }

  /** A request failed; for a moment that changes nothing. */
  failed(message: string): void {
    const quietMs = this.#quietMs() ?? 0;
    if (this.state === 'live' && quietMs < GRACE_MS) {
      return;
    }
    this.lost(message);
  }

  /** It will not be heard of soon. */
  lost(message: string): void {
    this.#change(this.#hasAll ? 'stale' : 'syncing', message);
  }

  forbidden(message: string): void {
    this.#change('forbidden', message);
  }

  absent(): void {
    this.#hasAll = false;
    this.#heardAt = this.#options.clock.now();
    this.#change('absent', undefined);
  }

  #change(state: Coverage['state'], error: string | undefined): void {
    if (state !== this.#coverage.state || error !== this.#coverage.error) {
      this.#set(state, error);
    }
  }

  #set(state: Coverage['state'], error: string | undefined): void {
    const { clock, now, tell } = this.#options;
    const at = now();
    const quietMs = this.#quietMs();
    const lastContact =
      quietMs === undefined
        ? this.#coverage.lastContact
        : new Date(at.getTime() - quietMs).toISOString();
    const isNew = state !== this.#coverage.state;
    this.#toldAt = clock.now();
    this.#coverage = {
      state,
      since: isNew ? at.toISOString() : this.#coverage.since,
      ...(lastContact && { lastContact }),
      ...(error && { error }),
    };
    tell(this.#coverage);
  }

  #quietMs(): number | undefined {
    return this.#heardAt === undefined
      ? undefined
      : this.#options.clock.now() - this.#heardAt;
  }
}
