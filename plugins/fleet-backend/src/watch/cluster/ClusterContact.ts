import {
  SourceInfo,
  SourceState,
} from '@slipway/backstage-plugin-fleet-common';
import { Clock } from '@slipway/backstage-plugin-fleet-node';
import { Failure } from '../reflector/Outcome';
import { ReflectorCluster } from '../reflector/ReflectorOptions';
import { ClusterTransport } from '../transport/ClusterTransport';
import { readIdentity } from './readIdentity';

/** One cluster, and who hears how it is. */
export interface ClusterContactOptions {
  transport: ClusterTransport;
  /** What is said of it besides how it is. */
  description: Pick<
    SourceInfo,
    'id' | 'kind' | 'name' | 'server' | 'owner' | 'labels'
  >;
  /** What the last run knew. */
  remembered?: Pick<SourceInfo, 'uid' | 'lastContact'>;
  clock: Clock;
  now: () => Date;
  tell(info: SourceInfo): void;
  /** It does not answer any more. */
  lost(message: string): void;
  /** Behind the same address is another cluster than before. */
  replaced(): void;
}

const TICK_MS = 2_000;
const GRACE_MS = 10_000;
/** After so long without a byte from any watch it is asked. */
const QUIET_MS = 20_000;
const TELL_CONTACT_MS = 10_000;
const CONFIRMED_MS = 1_000;

/**
 * Whether a cluster answers. Watches are quiet for a minute at a time, so when
 * one breaks, or all say nothing, the cluster is asked for something small.
 */
export class ClusterContact implements ReflectorCluster {
  readonly transport: ClusterTransport;
  readonly #options: ClusterContactOptions;
  #state: SourceState = 'starting';
  #since: string;
  #uid: string | undefined;
  #error: string | undefined;
  #heardAt: number | undefined;
  #troubleSince: number | undefined;
  #toldAt: number;
  #epoch = new AbortController();
  #recovery = new AbortController();
  #confirming: Promise<Failure | undefined> | undefined;
  #confirmedAt = -Infinity;

  static create(options: ClusterContactOptions): ClusterContact {
    return new ClusterContact(options);
  }

  private constructor(options: ClusterContactOptions) {
    this.transport = options.transport;
    this.#options = options;
    this.#since = options.now().toISOString();
    this.#uid = options.remembered?.uid;
    this.#toldAt = options.clock.now();
    if (options.remembered) {
      this.#state = 'stale';
    }
    this.#tell();
  }

  epoch(): AbortSignal {
    return this.#epoch.signal;
  }

  recovery(): AbortSignal {
    return this.#recovery.signal;
  }

  heard(): void {
    this.#heardAt = this.#options.clock.now();
    this.#troubleSince = undefined;
    if (this.#state !== 'live') {
      this.#change('live', undefined);
      const { signal } = this.#recovery;
      if (!signal.aborted) {
        const recovered = this.#recovery;
        this.#recovery = new AbortController();
        recovered.abort();
      }
    }
  }

  failed(failure: Failure): void {
    // One resource may be served by another server, which has troubles of its
    // own: whether it is the whole cluster is asked soon.
    if (failure.kind === 'refused' || failure.kind === 'trouble') {
      this.#troubleSince ??= this.#options.clock.now();
      this.#confirmedAt = -Infinity;
    }
    if (failure.kind === 'trouble') {
      this.#judge(failure.message);
    }
  }

  /** Of many who ask at once one asks the cluster. */
  async confirm(signal: AbortSignal): Promise<Failure | undefined> {
    if (this.#options.clock.now() - this.#confirmedAt < CONFIRMED_MS) {
      return undefined;
    }
    this.#confirming ??= this.#identify(signal).finally(() => {
      this.#confirming = undefined;
    });
    return this.#confirming;
  }

  /** Looks after the cluster until it is told to stop. */
  async run(signal: AbortSignal): Promise<void> {
    const { clock } = this.#options;
    while (!signal.aborted) {
      await clock.sleep(TICK_MS, signal).catch(() => undefined);
      if (signal.aborted) {
        return;
      }
      const quietMs = clock.now() - (this.#heardAt ?? -Infinity);
      if (this.#troubleSince !== undefined || quietMs >= QUIET_MS) {
        await this.confirm(signal);
      }
      if (clock.now() - this.#toldAt >= TELL_CONTACT_MS) {
        this.#tell();
      }
    }
  }

  async #identify(signal: AbortSignal): Promise<Failure | undefined> {
    const { transport, clock } = this.#options;
    const identity = await readIdentity({ transport, clock, signal });
    if ('kind' in identity) {
      this.#noteUnidentified(identity, signal);
      return identity;
    }
    this.#confirmedAt = clock.now();
    const { uid } = identity;
    const before = this.#uid;
    this.#uid = uid ?? before;
    this.heard();
    if (uid && uid !== before) {
      if (before) {
        this.#options.replaced();
        this.#startEpoch('another cluster answers now');
      }
      this.#tell();
    }
    return undefined;
  }

  #noteUnidentified(failure: Failure, signal: AbortSignal): void {
    if (signal.aborted) {
      return;
    }
    this.failed(failure);
    if (failure.kind === 'refused') {
      this.#change('failed', failure.message);
    }
  }

  #judge(message: string): void {
    const { clock } = this.#options;
    const since = Math.max(
      this.#heardAt ?? -Infinity,
      this.#troubleSince ?? -Infinity,
    );
    const isLost = clock.now() - since >= GRACE_MS;
    if (isLost && this.#error !== message) {
      const wasHeard =
        this.#heardAt !== undefined || this.#options.remembered !== undefined;
      this.#change(wasHeard ? 'stale' : 'failed', message);
    }
  }

  #change(state: SourceState, error: string | undefined): void {
    if (state === this.#state && error === this.#error) {
      return;
    }
    if (state !== this.#state) {
      this.#since = this.#options.now().toISOString();
    }
    const wasReachable = this.#isReachable();
    this.#state = state;
    this.#error = error;
    this.#tell();
    if (wasReachable && !this.#isReachable()) {
      const reason = error ?? 'it does not answer';
      this.#options.lost(reason);
      // What hangs would hang until its own time-out, also after a recovery.
      this.#startEpoch(reason);
    }
  }

  #isReachable(): boolean {
    return this.#error === undefined;
  }

  #startEpoch(reason: string): void {
    const ended = this.#epoch;
    this.#epoch = new AbortController();
    ended.abort(new Error(reason));
  }

  #tell(): void {
    const { clock, now, description, remembered, tell } = this.#options;
    this.#toldAt = clock.now();
    const lastContact =
      this.#heardAt === undefined
        ? remembered?.lastContact
        : new Date(
            now().getTime() - (clock.now() - this.#heardAt),
          ).toISOString();
    tell({
      ...description,
      state: this.#state,
      reachable: this.#isReachable(),
      since: this.#since,
      ...(this.#uid && { uid: this.#uid }),
      ...(lastContact && { lastContact }),
      ...(this.#error && { error: this.#error }),
    });
  }
}
