import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { StreamChange } from '@slipway/backstage-plugin-fleet-common';
import express from 'express';
import {
  FleetWatch,
  WatchChanges,
  WatchSubscription,
} from '../changes/FleetWatch';
import { FleetView } from '../FleetView';
import { changeText, eventText } from './eventText';
import { SlowWriter } from './SlowWriter';
import { StreamTimings } from './StreamTimings';

/** Timers cannot wait longer. */
const LONGEST_TIMER_MS = 2_147_483_647;

/** What {@link StreamSession} serves, and to whom. */
export interface StreamSessionOptions {
  view: FleetView<BackstageCredentials>;
  credentials: BackstageCredentials;
  subscriptions: WatchSubscription[];
  /** Where the client was. */
  lastEventId?: string;
  res: express.Response & { flush?: () => void };
  timings: StreamTimings;
  now: () => Date;
  /** Ends the stream, for example when the backend stops. */
  signal: AbortSignal;
}

/** One open stream: its subscriptions in, server-sent events out. */
export class StreamSession {
  readonly #options: StreamSessionOptions;
  readonly #writer: SlowWriter;
  readonly #stops: (() => void)[] = [];
  readonly #watch: FleetWatch;
  /** Up to where changes have been looked at. */
  #sent: string;
  /** Up to where the client knows that. */
  #told: string;
  #batch: NodeJS.Timeout | undefined;
  #over = false;

  /** Returns when the stream has ended. */
  static async serve(options: StreamSessionOptions): Promise<void> {
    const { view, credentials, subscriptions } = options;
    const watch = await view.watch(credentials, subscriptions);
    await new StreamSession(options, watch).#run();
  }

  private constructor(options: StreamSessionOptions, watch: FleetWatch) {
    this.#options = options;
    this.#watch = watch;
    this.#sent = options.lastEventId ?? watch.revision();
    this.#told = this.#sent;
    this.#writer = new SlowWriter(options.res, {
      patience: options.timings.patience,
      onReady: () => this.#schedule(),
      onStuck: () => this.#reset('too slow'),
    });
  }

  async #run(): Promise<void> {
    const { res, timings, signal, credentials, now } = this.#options;
    if (res.closed || res.destroyed) {
      return;
    }
    res.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    });
    const closed = new Promise<void>(resolve => res.once('close', resolve));
    res.once('close', () => this.#stop());

    const end = () => this.#end();
    signal.addEventListener('abort', end);
    this.#stops.push(() => signal.removeEventListener('abort', end));
    this.#every(timings.heartbeat, () => this.#beat());
    this.#every(timings.authorization, () => this.#authorizeAgain());
    if (credentials.expiresAt) {
      const left = credentials.expiresAt.getTime() - now().getTime();
      const timer = setTimeout(end, Math.min(left, LONGEST_TIMER_MS));
      this.#stops.push(() => clearTimeout(timer));
    }
    this.#stops.push(this.#watch.listen(() => this.#schedule()));

    if (signal.aborted) {
      this.#end();
    } else {
      this.#greet();
    }
    await closed;
  }

  #greet(): void {
    const changes = this.#watch.changesSince(this.#sent);
    // What cannot be gone on from is not echoed either: it may be anything.
    const id = changes.outcome === 'reset' ? undefined : this.#sent;
    const revision = id ?? this.#watch.revision();
    this.#writer.write(eventText({ id, event: 'hello', data: { revision } }));
    this.#tell(changes);
  }

  #schedule(): void {
    if (!this.#over && !this.#batch) {
      this.#batch = setTimeout(() => {
        this.#batch = undefined;
        this.#send();
      }, this.#options.timings.batch);
    }
  }

  #send(): void {
    // Once there is room again, what has gathered goes out together.
    if (this.#over || !this.#writer.ready) {
      return;
    }
    this.#tell(this.#watch.changesSince(this.#sent));
  }

  #tell(changes: WatchChanges): void {
    switch (changes.outcome) {
      case 'changes':
        this.#change(changes.change);
        break;
      case 'nothing':
        this.#sent = changes.revision;
        break;
      default:
        this.#reset(changes.reason);
    }
  }

  #change(change: StreamChange): void {
    this.#sent = change.revision;
    this.#told = change.revision;
    this.#writer.write(changeText(change));
  }

  #beat(): void {
    if (this.#over || !this.#writer.ready) {
      return;
    }
    this.#writer.write(': heartbeat\n\n');
    // Who was told nothing for long could not go on from where they know of.
    if (this.#told !== this.#sent) {
      this.#change({ revision: this.#sent, subscriptions: {} });
    }
  }

  async #authorizeAgain(): Promise<void> {
    const { view, credentials, subscriptions } = this.#options;
    try {
      const watch = await view.watch(credentials, subscriptions);
      if (watch.key !== this.#watch.key) {
        this.#reset('rights have changed');
      }
    } catch {
      // Who cannot be authorized sees nothing more.
      this.#reset('authorization failed');
    }
  }

  #reset(reason: string): void {
    if (!this.#over) {
      this.#end(eventText({ event: 'reset', data: { reason } }));
    }
  }

  #end(last?: string): void {
    if (this.#over) {
      return;
    }
    const { res, timings } = this.#options;
    this.#stop();
    res.end(last);
    const farewell = setTimeout(() => res.destroy(), timings.farewell);
    res.once('close', () => clearTimeout(farewell));
  }

  #stop(): void {
    this.#over = true;
    clearTimeout(this.#batch);
    this.#writer.release();
    this.#stops.splice(0).forEach(stop => stop());
  }

  #every(milliseconds: number, action: () => void): void {
    const timer = setInterval(action, milliseconds);
    this.#stops.push(() => clearInterval(timer));
  }
}
