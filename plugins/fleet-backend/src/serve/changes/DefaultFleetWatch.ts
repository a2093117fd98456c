import { StreamUpdate } from '@slipway/backstage-plugin-fleet-common';
import { ChangeLog } from './ChangeLog';
import { collectUpdate, CollectUpdateOptions } from './collectUpdate';
import { FleetWatch, WatchChanges, WatchSubscription } from './FleetWatch';
import { formatRevision, parseRevision } from './Revision';

const MOST_UPSERTED = 1000;

/** Watches with one access, over the log of changes. */
export class DefaultFleetWatch implements FleetWatch {
  readonly key: string;
  readonly #log: ChangeLog;
  readonly #subscriptions: WatchSubscription[];
  readonly #options: CollectUpdateOptions;

  constructor(
    options: {
      log: ChangeLog;
      subscriptions: WatchSubscription[];
    } & CollectUpdateOptions,
  ) {
    const { log, subscriptions, ...rest } = options;
    this.#log = log;
    this.#subscriptions = subscriptions;
    this.#options = rest;
    this.key = JSON.stringify([rest.access.key, subscriptions]);
  }

  revision(): string {
    return formatRevision(this.#log, this.#options.access);
  }

  listen(listener: () => void): () => void {
    return this.#log.listen(listener);
  }

  // Tabs with equal rights and subscriptions ask the same at the same time.
  changesSince(from: string): WatchChanges {
    return this.#log.remember(JSON.stringify([this.key, from]), () =>
      this.#collect(from),
    );
  }

  #collect(from: string): WatchChanges {
    const number = parseRevision(from, this.#log, this.#options.access);
    if (number === undefined) {
      return { outcome: 'reset', reason: 'unknown revision' };
    }
    const revision = this.revision();
    const changes = this.#log.since(number);
    if (!changes) {
      return { outcome: 'reset', reason: 'too long ago' };
    }
    const updates: Record<string, StreamUpdate> = {};
    for (const subscription of this.#subscriptions) {
      const update = collectUpdate(changes, subscription, this.#options);
      if (update.upserted.length > MOST_UPSERTED) {
        return { outcome: 'reset', reason: 'too many changes' };
      }
      if (update.upserted.length + update.removed.length > 0) {
        updates[subscription.id] = update;
      }
    }
    return Object.keys(updates).length === 0
      ? { outcome: 'nothing', revision }
      : { outcome: 'changes', change: { revision, subscriptions: updates } };
  }
}
