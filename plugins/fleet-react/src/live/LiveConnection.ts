import {
  StreamChange,
  StreamSubscription,
} from '@slipway/backstage-plugin-fleet-common';
import { FleetApi } from '../api';
import { LiveListener } from './LiveListener';
import { LiveMode, LiveState } from './LiveState';
import { LiveSubscription } from './LiveSubscription';
import { olderRevision } from './olderRevision';
import { documentVisibility, PageVisibility } from './PageVisibility';
import { readServerSentEvents, ServerSentEvent } from './readServerSentEvents';

const SETTLE_MS = 50;
const HELLO_MS = 10_000;
/** Three heartbeats. */
const SILENCE_MS = 45_000;
const POLL_MS = 30_000;
const RETRY_WHILE_POLLING_MS = 60_000;
const RETRY_MIN_MS = 1_000;
const FAILURES_BEFORE_POLLING = 3;

interface Topic {
  subscription: StreamSubscription;
  listeners: Set<LiveListener>;
}

interface Stream {
  controller: AbortController;
  /** Ids of the topics that it was opened for. */
  topics: string;
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
  readonly #topics = new Map<string, Topic>();
  readonly #stateListeners = new Set<() => void>();
  #state: LiveState = { mode: 'paused', since: Date.now() };
  #lastContact?: number;
  #lastEventId?: string;
  #stream?: Stream;
  #failures = 0;
  #isBlocked = false;
  #nextTopic = 0;
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
    const key = JSON.stringify(subscription);
    const known = this.#topics.get(key);
    const topic: Topic = known ?? {
      subscription: { id: this.#newTopicId(), ...subscription },
      listeners: new Set(),
    };
    const last = this.#lastEventId;
    const from = olderRevision(last, revision);
    topic.listeners.add(listener);
    if (!known) {
      this.#topics.set(key, topic);
      this.#lastEventId = from;
    } else if (last !== undefined && last !== from) {
      // Its stream told of what that answer does not know yet.
      listener.onMissed();
    }
    this.#watchVisibility();
    this.#settle();

    return () => {
      topic.listeners.delete(listener);
      this.#settle();
    };
  }

  /** The answer to a request came: the fleet has been heard of. */
  heard(): void {
    this.#lastContact = Date.now();
  }

  /** A page that comes brings many subscriptions, for one new connection. */
  #settle() {
    clearTimeout(this.#settleTimer);
    this.#settleTimer = setTimeout(() => this.#adjust(), SETTLE_MS);
  }

  #adjust() {
    for (const [key, topic] of this.#topics) {
      if (topic.listeners.size === 0) {
        this.#topics.delete(key);
      }
    }
    if (this.#topics.size === 0) {
      this.#rest();
      this.#stopWatching?.();
      this.#stopWatching = undefined;
      this.#lastEventId = undefined;
    } else if (this.#visibility.isHidden()) {
      this.#rest();
    } else if (this.#stream?.topics !== this.#topicIds()) {
      this.#connect();
    }
  }

  #watchVisibility() {
    this.#stopWatching ??= this.#visibility.onChange(() => {
      if (this.#visibility.isHidden()) {
        this.#rest();
      } else if (this.#topics.size > 0) {
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

  #newTopicId() {
    this.#nextTopic += 1;
    return `s${this.#nextTopic}`;
  }

  #topicIds() {
    return [...this.#topics.values()]
      .map(topic => topic.subscription.id)
      .join();
  }

  #connect() {
    this.#closeStream();
    const stream: Stream = {
      controller: new AbortController(),
      topics: this.#topicIds(),
      from: this.#lastEventId,
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
    const topics = [...this.#topics.values()];
    const response = await this.#api.openStream(
      {
        subscriptions: topics.map(topic => topic.subscription),
        lastEventId: stream.from,
      },
      { signal: stream.controller.signal },
    );
    const type = response.headers.get('content-type') ?? '';
    if (!response.body || !/^text\/event-stream/i.test(type)) {
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
    this.heard();
    if (stream.hello) {
      this.#watch(SILENCE_MS);
    }
    if (event.kind === 'comment') {
      return;
    }
    if (event.type === 'hello') {
      stream.hello = true;
      this.#failures = 0;
      this.#watch(SILENCE_MS);
      this.#isBlocked = false;
      this.#stopPolling();
      this.#enter('live');
      if (stream.from === undefined) {
        this.#tellMissed();
      }
    }
    if (event.type === 'change') {
      this.#tell(JSON.parse(event.data));
    }
    if (event.type === 'reset') {
      this.#lastEventId = undefined;
      this.#tellMissed();
    }
    this.#lastEventId = event.id ?? this.#lastEventId;
  }

  #tell(event: StreamChange) {
    for (const topic of [...this.#topics.values()]) {
      const change = event.subscriptions[topic.subscription.id];
      if (change) {
        topic.listeners.forEach(listener => listener.onChange(change));
      }
    }
  }

  #tellMissed() {
    for (const topic of [...this.#topics.values()]) {
      topic.listeners.forEach(listener => listener.onMissed());
    }
  }

  #onEnd(stream: Stream) {
    if (this.#stream !== stream) {
      return;
    }
    this.#closeStream();
    this.#failures += 1;
    if (
      this.#state.mode === 'polling' ||
      this.#failures >= FAILURES_BEFORE_POLLING
    ) {
      this.#startPolling();
      this.#retryIn(RETRY_WHILE_POLLING_MS);
      return;
    }
    // The first time may be a token that ended: the next one follows at once.
    if (this.#failures > 1 && this.#state.mode === 'live') {
      this.#enter('lost');
    }
    const delay = RETRY_MIN_MS * 2 ** (this.#failures - 1);
    this.#retryIn(delay * (0.5 + Math.random() / 2));
  }

  #retryIn(delay: number) {
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => this.#connect(), delay);
  }

  /** Aborts a stream that is silent for too long. */
  #watch(limit: number) {
    clearTimeout(this.#watchdog);
    this.#watchdog = setTimeout(() => {
      const stream = this.#stream;
      if (stream) {
        // Buffered by a proxy: it would not come through the next time either.
        this.#failures = stream.hello
          ? this.#failures
          : FAILURES_BEFORE_POLLING;
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
    this.#isBlocked = true;
    this.#enter('polling');
    if (!this.#pollTimer) {
      this.#tellMissed();
      this.#pollTimer = setInterval(() => this.#tellMissed(), POLL_MS);
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
