import { StreamSubscription } from '@slipway/backstage-plugin-fleet-common';
import { FleetApi } from '../api';
import { LiveListener } from './LiveListener';
import { LiveMode, LiveState } from './LiveState';
import { LiveSubscription } from './LiveSubscription';
import { LiveTopics } from './LiveTopics';
import { olderRevision } from './olderRevision';
import { documentVisibility, PageVisibility } from './PageVisibility';
import { readServerSentEvents, ServerSentEvent } from './readServerSentEvents';

const SETTLE_MS = 50;
/** From one page to the next nobody listens for a moment. */
const LINGER_MS = 2_000;
const HELLO_MS = 10_000;
/** Three heartbeats. */
const SILENCE_MS = 45_000;
const POLL_MS = 30_000;
const RETRY_BLOCKED_MS = 60_000;
const RETRY_MIN_MS = 1_000;
const RETRY_MAX_MS = 15_000;
const FAILURES_BEFORE_POLLING = 3;

interface Stream {
  controller: AbortController;
  subscriptions: StreamSubscription[];
  /** From where on it tells; without, what was before it may be missed. */
  from?: string;
  hello: boolean;
}

/** Its ways out, replaced in tests. */
export interface LiveConnectionOptions {
  api: Pick<FleetApi, 'openStream'>;
  visibility?: PageVisibility;
}

/**
 * The one stream of this tab. Pages subscribe to it; it connects when somebody
 * does, resumes where it was, and falls back to asking now and then.
 */
export class LiveConnection {
  readonly #api: Pick<FleetApi, 'openStream'>;
  readonly #visibility: PageVisibility;
  readonly #topics = new LiveTopics();
  readonly #stateListeners = new Set<() => void>();
  #state: LiveState = { mode: 'paused', since: Date.now() };
  #lastContact?: number;
  #lastEventId?: string;
  #stream?: Stream;
  #failures = 0;
  #isBlocked = false;
  #settleTimer?: ReturnType<typeof setTimeout>;
  #retryTimer?: ReturnType<typeof setTimeout>;
  #watchdog?: ReturnType<typeof setTimeout>;
  #pollTimer?: ReturnType<typeof setInterval>;
  #stopWatching?: () => void;

  private constructor(options: LiveConnectionOptions) {
    this.#api = options.api;
    this.#visibility = options.visibility ?? documentVisibility;
  }

  static create(options: LiveConnectionOptions): LiveConnection {
    return new LiveConnection(options);
  }

  get state(): LiveState {
    return this.#state;
  }

  /** When the fleet was last heard of, in milliseconds. */
  get lastContact(): number | undefined {
    return this.#lastContact;
  }

  onState(listener: () => void): () => void {
    this.#stateListeners.add(listener);
    return () => this.#stateListeners.delete(listener);
  }

  /** Hears of changes after `revision`, until the returned function is called. */
  subscribe(
    subscription: LiveSubscription,
    revision: string,
    listener: LiveListener,
  ): () => void {
    const { isStreamed, leave } = this.#topics.add({
      subscription,
      revision,
      listener,
    });
    const last = this.#lastEventId;
    if (isStreamed && last && olderRevision(last, revision) !== last) {
      // Its stream told of what that answer does not know yet.
      listener.onMissed();
    }
    this.#watchVisibility();
    this.#settle();

    return () => {
      leave();
      this.#settle();
    };
  }

  /** The answer to a request came: the fleet has been heard of. */
  heard(): void {
    this.#lastContact = Date.now();
    if (this.#pollTimer) {
      this.#enter('polling');
    }
  }

  /** A page that comes brings many subscriptions, for one new connection. */
  #settle() {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.#adjust(), SETTLE_MS);
  }

  #adjust() {
    this.#topics.prune();
    if (this.#topics.isEmpty) {
      this.#settleTimer = setTimeout(() => this.#leave(), LINGER_MS);
    } else if (this.#visibility.isHidden()) {
      this.#rest();
    } else if (!this.#isCovered()) {
      this.#connect();
    }
  }

  #watchVisibility() {
    this.#stopWatching ??= this.#visibility.onChange(() => {
      if (this.#visibility.isHidden()) {
        this.#rest();
      } else if (!this.#topics.isEmpty) {
        this.#failures = 0;
        this.#connect();
        if (this.#isBlocked) {
          this.#startPolling();
        }
      }
    });
  }

  #rest() {
    this.#closeStream();
    this.#stopPolling();
    this.#enter('paused');
  }

  #leave() {
    this.#rest();
    this.#stopWatching?.();
    this.#stopWatching = undefined;
    this.#lastEventId = undefined;
  }

  /** Whether the stream tells of exactly what is subscribed to. */
  #isCovered() {
    const open = this.#stream?.subscriptions ?? [];
    const wanted = this.#topics.subscriptions;
    return (
      open.length === wanted.length && wanted.every(one => open.includes(one))
    );
  }

  #connect() {
    this.#closeStream();
    const stream: Stream = {
      controller: new AbortController(),
      subscriptions: this.#topics.subscriptions,
      from: this.#topics.beginning(this.#lastEventId),
      hello: false,
    };
    this.#stream = stream;
    if (this.#state.mode === 'paused') {
      this.#enter('connecting');
    }
    this.#watch(HELLO_MS);
    this.#read(stream).then(
      () => this.#onEnd(stream),
      () => this.#onEnd(stream),
    );
  }

  async #read(stream: Stream) {
    const response = await this.#api.openStream(
      {
        subscriptions: stream.subscriptions,
        lastEventId: stream.from,
      },
      { signal: stream.controller.signal },
    );
    const type = response.headers.get('content-type') ?? '';
    if (!response.body || !/^text\/event-stream/i.test(type)) {
      this.#isBlocked = this.#stream === stream;
      await response.body?.cancel();
      return;
    }
    for await (const event of readServerSentEvents(response.body)) {
      if (this.#stream !== stream) {
        return;
      }
      this.#accept(event, stream);
    }
  }

  #accept(event: ServerSentEvent, stream: Stream) {
    this.#lastContact = Date.now();
    if (stream.hello) {
      this.#watch(SILENCE_MS);
    }
    if (event.kind === 'comment') {
      return;
    }
    // Before it is told, so that what cannot be read is not told again.
    this.#lastEventId =
      event.type === 'reset' ? undefined : event.id ?? this.#lastEventId;
    if (event.type === 'hello') {
      stream.hello = true;
      this.#topics.markStreamed(stream.subscriptions);
      this.#failures = 0;
      this.#watch(SILENCE_MS);
      this.#isBlocked = false;
      this.#stopPolling();
      this.#enter('live');
      if (stream.from === undefined) {
        this.#topics.tellMissed();
      }
    }
    if (event.type === 'change') {
      this.#topics.tell(JSON.parse(event.data));
    }
    if (event.type === 'reset') {
      this.#topics.tellMissed();
    }
  }

  #onEnd(stream: Stream) {
    if (this.#stream !== stream) {
      return;
    }
    this.#closeStream();
    if (this.#topics.isEmpty) {
      return;
    }
    this.#failures += 1;
    // The first time may be a token that ended: the next one follows at once.
    if (this.#failures > 1 && this.#state.mode !== 'polling') {
      this.#enter('lost');
    }
    if (this.#isBlocked || this.#failures >= FAILURES_BEFORE_POLLING) {
      this.#startPolling();
    }
    const delay = this.#isBlocked
      ? RETRY_BLOCKED_MS
      : Math.min(RETRY_MAX_MS, RETRY_MIN_MS * 2 ** (this.#failures - 1));
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(
      () => this.#connect(),
      delay * (0.5 + Math.random() / 2),
    );
  }

  /** Aborts a stream that is silent for too long. */
  #watch(limit: number) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const stream = this.#stream;
      if (stream) {
        // What holds back the first event will hold back all.
        this.#isBlocked = !stream.hello;
        stream.controller.abort();
        this.#onEnd(stream);
      }
    }, limit);
  }

  #closeStream() {
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#watchdog);
    const stream = this.#stream;
    this.#stream = undefined;
    stream?.controller.abort();
  }

  #startPolling() {
    if (!this.#pollTimer) {
      this.#pollTimer = setInterval(() => this.#topics.tellMissed(), POLL_MS);
      this.#topics.tellMissed();
    }
  }

  #stopPolling() {
    clearInterval(this.#pollTimer);
    this.#pollTimer = undefined;
  }

  #enter(mode: LiveMode) {
    if (this.#state.mode !== mode) {
      this.#state = { mode, since: Date.now() };
      this.#stateListeners.forEach(listener => listener());
    }
  }
}
