import { pause } from '../stream/pause';
import { Backoff } from './Backoff';
import { Collection } from './Collection';
import { listObjects } from './listObjects';
import { Outcome } from './Outcome';
import { ReflectorOptions } from './ReflectorOptions';
import { RequestContext } from './RequestContext';
import { Slot } from './Slot';
import { watchObjects } from './watchObjects';

const RETRY = { firstMs: 1_000, capMs: 30_000 };
const FORBIDDEN = { firstMs: 10_000, capMs: 300_000 };
const REFUSED = { firstMs: 5_000, capMs: 60_000 };
const LOOK_AGAIN_MS = 240_000;
const LONGEST_RETRY_AFTER_MS = 120_000;
const SETTLE_MS = 500;
const SHORT_MS = 5_000;
const MOST_IN_VAIN = 3;

/**
 * Keeps up with one resource of one cluster until it is told to stop. Whatever
 * the server does, it goes on: from where it was if it can, from the beginning
 * if it must.
 */
export class Reflector {
  readonly #options: ReflectorOptions;
  readonly #retry: Backoff;
  readonly #forbidden: Backoff;
  readonly #refused: Backoff;
  #position: string | undefined;
  #usesWatchList = true;
  #listsInVain = 0;
  #watchesInVain = 0;
  #absences = 0;
  #collection: Collection | undefined;

  static create(options: ReflectorOptions): Reflector {
    return new Reflector(options);
  }

  private constructor(options: ReflectorOptions) {
    const { random } = options;
    this.#options = options;
    this.#position = options.resourceVersion;
    this.#retry = Backoff.create({ ...RETRY, random });
    this.#forbidden = Backoff.create({ ...FORBIDDEN, random });
    this.#refused = Backoff.create({ ...REFUSED, random });
  }

  /** The server is another one, which counts its own versions. */
  startOver(): void {
    this.#position = undefined;
    this.#options.feed.forgetVersions();
    this.#options.coverage.forget();
  }

  /** The cluster does not answer. */
  lost(message: string): void {
    if (this.#options.coverage.state === 'live') {
      this.#options.coverage.lost(message);
    }
  }

  async run(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      const outcome = await this.#round(signal);
      if (signal.aborted) {
        return;
      }
      const milliseconds = this.#react(outcome);
      if (milliseconds > 0) {
        await this.#pause(milliseconds, signal);
      }
    }
  }

  async #pause(milliseconds: number, signal: AbortSignal): Promise<void> {
    const { clock, cluster } = this.#options;
    const wake = cluster.recovery();
    try {
      await pause({ clock, milliseconds, signal, wake });
    } catch (error) {
      if (!signal.aborted) {
        throw error;
      }
    }
    if (wake.aborted) {
      this.#retry.reset();
    }
  }

  async #round(signal: AbortSignal): Promise<Outcome> {
    const { cluster, find } = this.#options;
    try {
      if (!this.#collection) {
        const refusal = await cluster.confirm(signal);
        if (refusal) {
          return refusal;
        }
        const found = await find({ again: this.#absences > 0, signal });
        if ('kind' in found) {
          return found;
        }
        this.#collection = found.collection;
      }
      return this.#position === undefined
        ? await this.#list(this.#collection, signal)
        : await this.#watch(this.#collection, this.#position, signal);
    } catch (error) {
      return { kind: 'trouble', message: String(error), opened: false };
    }
  }

  async #list(collection: Collection, signal: AbortSignal): Promise<Outcome> {
    const { feed, slots, clock } = this.#options;
    const slot = await Slot.acquire({ ...slots, clock, signal });
    try {
      if (this.#usesWatchList && this.#listsInVain < MOST_IN_VAIN) {
        return await this.#stream(collection, slot, signal);
      }
      const listed = await listObjects({
        ...this.#context(signal),
        collection,
        feed,
        slot,
      });
      if ('kind' in listed) {
        return listed;
      }
      this.#complete();
      this.#reached(listed.resourceVersion);
    } finally {
      slot.release();
    }
    return { kind: 'ended' };
  }

  async #stream(
    collection: Collection,
    slot: Slot,
    signal: AbortSignal,
  ): Promise<Outcome> {
    let isSynced = false;
    const outcome = await watchObjects({
      ...this.#context(signal),
      collection,
      feed: this.#options.feed,
      from: { slot },
      opened: () => {},
      position: version => this.#reached(version),
      synced: () => {
        isSynced = true;
        slot.release();
        this.#complete();
      },
    });
    return outcome.kind === 'ended' && !isSynced
      ? {
          kind: 'trouble',
          message: 'the list ended before its end',
          opened: true,
        }
      : outcome;
  }

  async #watch(
    collection: Collection,
    resourceVersion: string,
    signal: AbortSignal,
  ): Promise<Outcome> {
    const { feed, clock } = this.#options;
    const settling = new AbortController();
    const startedAt = clock.now();
    const outcome = await watchObjects({
      ...this.#context(signal),
      collection,
      feed,
      from: { resourceVersion },
      opened: () => this.#settle(settling.signal),
      position: version => this.#reached(version),
      synced: () => {},
    });
    settling.abort();
    const isShort = clock.now() - startedAt < SHORT_MS;
    return outcome.kind === 'ended' &&
      isShort &&
      this.#position === resourceVersion
      ? {
          kind: 'trouble',
          message: 'the server ends watches at once',
          opened: true,
        }
      : outcome;
  }

  /** A version that is too old is refused at once, also after a 200. */
  async #settle(signal: AbortSignal): Promise<void> {
    try {
      await this.#options.clock.sleep(SETTLE_MS, signal);
      this.#complete();
    } catch {
      // It ended before.
    }
  }

  #context(signal: AbortSignal): RequestContext {
    const { cluster, coverage, clock, random } = this.#options;
    return {
      transport: cluster.transport,
      clock,
      random,
      signals: [signal, cluster.epoch()],
      heard() {
        cluster.heard();
        coverage.heard();
      },
    };
  }

  #complete(): void {
    const { coverage, feed } = this.#options;
    this.#listsInVain = 0;
    this.#absences = 0;
    this.#retry.reset();
    this.#forbidden.reset();
    this.#refused.reset();
    coverage.complete(feed.gaps);
  }

  #reached(version: string): void {
    const { coverage, feed, position } = this.#options;
    const { gaps } = feed;
    if (this.#position !== version) {
      this.#position = version;
      this.#watchesInVain = 0;
      this.#retry.reset();
      // From a later version on, what could not be read would not be missed.
      if (!gaps) {
        position(version);
      }
    }
    if (coverage.state !== 'live' || gaps) {
      this.#complete();
    }
  }

  /** @returns how long to wait before the next request */
  #react(outcome: Outcome): number {
    const { coverage, cluster } = this.#options;
    if (outcome.kind === 'ended') {
      return 0;
    }
    // Behind the same address may be another server now.
    this.#collection = undefined;
    cluster.failed(outcome);
    switch (outcome.kind) {
      case 'expired':
        return this.#expired();
      case 'unsupported':
        return this.#unsupported(outcome.message);
      case 'absent':
        return this.#absent(outcome.message);
      case 'forbidden':
        coverage.forbidden(outcome.message);
        return this.#forbidden.next();
      case 'refused':
        coverage.lost(outcome.message);
        return this.#refused.next();
      case 'busy':
        coverage.failed(outcome.message);
        return Math.max(
          Math.min(outcome.retryAfterMs ?? 0, LONGEST_RETRY_AFTER_MS),
          this.#retry.next(),
        );
      default:
        return this.#trouble(outcome);
    }
  }

  #expired(): number {
    this.#position = undefined;
    this.#options.coverage.outdated();
    // The first time at once; a server that always says so is slowed down.
    const isFirst = this.#retry.failures === 0;
    const milliseconds = this.#retry.next();
    return isFirst ? 0 : milliseconds;
  }

  #unsupported(message: string): number {
    if (this.#position === undefined && this.#usesWatchList) {
      this.#usesWatchList = false;
      return 0;
    }
    this.#options.coverage.failed(message);
    return this.#retry.next();
  }

  #absent(message: string): number {
    const { coverage, feed, random } = this.#options;
    const wasThere = ['live', 'stale'].includes(coverage.state);
    this.#absences++;
    // A server that is just starting may not know its custom resources yet.
    if (wasThere && this.#absences < MOST_IN_VAIN) {
      coverage.failed(message);
      return this.#retry.next();
    }
    this.#position = undefined;
    feed.removeAll();
    coverage.absent();
    return Math.round(LOOK_AGAIN_MS * (0.5 + random() / 2));
  }

  #trouble(outcome: Extract<Outcome, { kind: 'trouble' }>): number {
    this.#options.coverage.failed(outcome.message);
    if (outcome.opened && this.#position === undefined) {
      this.#listsInVain++;
    } else if (outcome.opened && ++this.#watchesInVain >= MOST_IN_VAIN) {
      // What comes next there cannot be read, however often it is asked for.
      this.#watchesInVain = 0;
      this.#position = undefined;
      this.#options.coverage.outdated();
    }
    return this.#retry.next();
  }
}
