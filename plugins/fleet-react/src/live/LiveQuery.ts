import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';
import { LiveConnection } from './LiveConnection';
import { LiveSubscription } from './LiveSubscription';

/** Answers to changes that came at once are asked for once in this time. */
const QUIET_MS = 1_000;
const RETRY_MS = 10_000;
const RETRY_FORBIDDEN_MS = 300_000;

/** What is known, and whether the last request failed. */
export interface LiveQuerySnapshot<State> {
  state?: State;
  error?: Error;
  isLoading: boolean;
}

/** How one question is asked, and how its answer follows the changes. */
export interface LiveQueryOptions<Page extends { revision: string }, State> {
  connection: LiveConnection;
  subscription: LiveSubscription;
  load(signal: AbortSignal): Promise<Page>;
  accept(page: Page, state: State | undefined): State;
  /** `isKnown` false: what the change means must be asked for. */
  apply(state: State, change: StreamUpdate): { state: State; isKnown: boolean };
}

/** One answer that is kept up to date while somebody looks at it. */
export class LiveQuery<Page extends { revision: string }, State> {
  readonly #options: LiveQueryOptions<Page, State>;
  readonly #listeners = new Set<() => void>();
  #snapshot: LiveQuerySnapshot<State> = { isLoading: true };
  #request?: AbortController;
  #isOutdated = false;
  #loadedAt = 0;
  #timer?: ReturnType<typeof setTimeout>;
  #dueAt = 0;
  #unsubscribe?: () => void;

  private constructor(options: LiveQueryOptions<Page, State>) {
    this.#options = options;
  }

  static create<Page extends { revision: string }, State>(
    options: LiveQueryOptions<Page, State>,
  ) {
    return new LiveQuery<Page, State>(options);
  }

  readonly getSnapshot = () => this.#snapshot;

  /** Works from the first listener to the last. */
  readonly onSnapshot = (listener: () => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) {
      this.refresh();
    }
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) {
        this.#stop();
      }
    };
  };

  /** Asks again now. */
  readonly refresh = () => {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#load();
  };

  /** Changes what is shown, not what is known. */
  update(change: (state: State) => State) {
    if (this.#snapshot.state !== undefined) {
      this.#set({ state: change(this.#snapshot.state) });
    }
  }

  async #load() {
    this.#request?.abort();
    const request = new AbortController();
    this.#request = request;
    this.#isOutdated = false;
    this.#loadedAt = Date.now();
    try {
      const page = await this.#options.load(request.signal);
      if (this.#request === request) {
        this.#request = undefined;
        this.#onPage(page);
      }
    } catch (error) {
      if (this.#request === request) {
        this.#request = undefined;
        this.#set({
          error: error instanceof Error ? error : new Error(String(error)),
          isLoading: false,
        });
        this.#refreshIn(isForbidden(error) ? RETRY_FORBIDDEN_MS : RETRY_MS);
      }
    }
  }

  #onPage(page: Page) {
    const { connection, subscription, accept } = this.#options;
    connection.heard();
    this.#set({
      state: accept(page, this.#snapshot.state),
      error: undefined,
      isLoading: false,
    });
    this.#unsubscribe ??= connection.subscribe(subscription, page.revision, {
      onChange: change => this.#onChange(change),
      onMissed: () => {
        // The fleet is heard of again: no reason to wait after an error.
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#refreshSoon();
      },
    });
    if (this.#isOutdated) {
      this.#refreshSoon();
    }
  }

  #onChange(change: StreamUpdate) {
    const { state } = this.#snapshot;
    if (state === undefined) {
      return;
    }
    // The answer under way may be older than this change.
    this.#isOutdated = true;
    const next = this.#options.apply(state, change);
    this.#set({ state: next.state });
    if (!next.isKnown) {
      this.#refreshSoon();
    }
  }

  #refreshSoon() {
    const sinceLast = Date.now() - this.#loadedAt;
    this.#refreshIn(Math.max(0, QUIET_MS - sinceLast));
  }

  #refreshIn(delay: number) {
    if (this.#request) {
      this.#isOutdated = true;
    } else {
      const dueAt = Date.now() + delay;
      // What is missed after a failure does not wait for the next attempt.
      if (this.#timer === undefined || dueAt < this.#dueAt) {
        clearTimeout(this.#timer);
        this.#dueAt = dueAt;
        this.#timer = setTimeout(this.refresh, delay);
      }
    }
  }

  #set(change: Partial<LiveQuerySnapshot<State>>) {
    this.#snapshot = { ...this.#snapshot, ...change };
    this.#listeners.forEach(listener => listener());
  }

  #stop() {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#request?.abort();
    this.#request = undefined;
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }
}

function isForbidden(error: unknown): boolean {
  return (
    error instanceof Error && 'statusCode' in error && error.statusCode === 403
  );
}
