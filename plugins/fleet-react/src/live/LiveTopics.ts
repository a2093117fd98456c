import {
  StreamChange,
  StreamSubscription,
} from '@slipway/backstage-plugin-fleet-common';
import { LiveListener } from './LiveListener';
import { LiveSubscription } from './LiveSubscription';
import { olderRevision } from './olderRevision';

interface Topic {
  subscription: StreamSubscription;
  /** Of the answer that it goes on from, while no stream tells of it yet. */
  revision?: string;
  listeners: Set<LiveListener>;
}

/** What is subscribed to; the same thing once, however many listen. */
export class LiveTopics {
  readonly #topics = new Map<string, Topic>();
  #next = 0;

  get subscriptions(): StreamSubscription[] {
    return [...this.#topics.values()].map(topic => topic.subscription);
  }

  get isEmpty(): boolean {
    return this.#topics.size === 0;
  }

  /** `isStreamed`: a stream tells of it already. */
  add(options: {
    subscription: LiveSubscription;
    revision: string;
    listener: LiveListener;
  }): { isStreamed: boolean; leave: () => void } {
    const { subscription, revision, listener } = options;
    const key = JSON.stringify(subscription);
    const known = this.#topics.get(key);
    const topic = known ?? this.#create(subscription, revision);
    const isStreamed = topic.revision === undefined;
    if (!isStreamed) {
      topic.revision = olderRevision(topic.revision, revision);
    }
    topic.listeners.add(listener);
    this.#topics.set(key, topic);
    return { isStreamed, leave: () => topic.listeners.delete(listener) };
  }

  /** Where a stream must begin that was at `last`, for nothing to be missed. */
  beginning(last: string | undefined): string | undefined {
    return [...this.#topics.values()]
      .flatMap(({ revision }) => revision ?? [])
      .reduce(olderRevision, last);
  }

  /** A stream tells of these from now on. */
  markStreamed(subscriptions: StreamSubscription[]): void {
    for (const topic of this.#topics.values()) {
      if (subscriptions.includes(topic.subscription)) {
        topic.revision = undefined;
      }
    }
  }

  /** Forgets what nobody listens to. */
  prune(): void {
    for (const [key, topic] of this.#topics) {
      if (topic.listeners.size === 0) {
        this.#topics.delete(key);
      }
    }
  }

  tell({ subscriptions }: StreamChange): void {
    for (const { subscription, listeners } of [...this.#topics.values()]) {
      const change = subscriptions[subscription.id];
      if (change) {
        listeners.forEach(listener => listener.onChange(change));
      }
    }
  }

  tellMissed(): void {
    for (const { listeners } of [...this.#topics.values()]) {
      listeners.forEach(listener => listener.onMissed());
    }
  }

  #create(subscription: LiveSubscription, revision: string): Topic {
    this.#next += 1;
    return {
      subscription: { id: `s${this.#next}`, ...subscription },
      revision,
      listeners: new Set(),
    };
  }
}
