import { LoggerService } from '@backstage/backend-plugin-api';
import { cloudSourceId } from '@slipway/backstage-plugin-fleet-common';
import {
  Clock,
  RecordSink,
  RowSource,
} from '@slipway/backstage-plugin-fleet-node';
import { ApiError, recordsOf } from '../records';
import * as ids from '../resourceIds';
import { CloudReader } from './CloudReader';
import { describeFailure } from './describeFailure';
import { Pauses } from './Pauses';
import { WatchedCloud } from './WatchedCloud';

/** What a poller needs. */
export interface MagnumPollerOptions {
  cloud: WatchedCloud;
  clock: Clock;
  /** The time of day. */
  now: () => Date;
  /** Between 0 and 1. */
  random: () => number;
  logger: LoggerService;
}

/** Magnum has no events: one cloud is asked again and again. */
export class MagnumPoller implements RowSource {
  readonly id: string;
  readonly kind = 'cloud';
  readonly name: string;
  /** In this order: a cluster is judged by what else is known. */
  readonly resources = [
    ids.APIS,
    ids.CLUSTER_TEMPLATES,
    ids.QUOTAS,
    ids.STATS,
    ids.NODE_GROUPS,
    ids.CLUSTERS,
  ];
  readonly #options: MagnumPollerOptions;
  readonly #pauses: Pauses;
  #wake = new AbortController();
  #observedAt: string | undefined;
  #error: ApiError | undefined;

  static create(options: MagnumPollerOptions): MagnumPoller {
    return new MagnumPoller(options);
  }

  private constructor(options: MagnumPollerOptions) {
    const { cloud, clock, random } = options;
    this.id = cloudSourceId(cloud.name);
    this.name = cloud.name;
    this.#options = options;
    this.#pauses = Pauses.create({ now: () => clock.now(), random });
  }

  /** Something was asked of the cloud: it is asked at once what came of it. */
  pollNow(): void {
    this.#pauses.expectNews();
    this.#wake.abort();
  }

  async run(sink: RecordSink, signal: AbortSignal): Promise<void> {
    const { cloud, clock } = this.#options;
    const reader = CloudReader.create({ cloud, clock });
    while (!signal.aborted) {
      this.#wake = new AbortController();
      const pause = await this.#poll({ reader, sink, signal });
      const either = AbortSignal.any([signal, this.#wake.signal]);
      await clock.sleep(pause, either).catch(error => {
        if (!either.aborted) {
          throw error;
        }
      });
    }
  }

  /** @returns how long to wait */
  async #poll(options: {
    reader: CloudReader;
    sink: RecordSink;
    signal: AbortSignal;
  }): Promise<number> {
    const { reader, sink, signal } = options;
    try {
      const { answers, coverage, isBusy } = await reader.read(signal);
      this.#answers();
      const records = recordsOf({ ...answers, ...this.#self() });
      for (const resource of this.resources) {
        if (records[resource]) {
          sink.replace(resource, records[resource]);
        }
      }
      for (const [resource, known] of Object.entries(coverage)) {
        sink.coverage(resource, known);
      }
      this.#observedAt = this.#options.now().toISOString();
      sink.state({ state: 'live', lastContact: this.#observedAt });
      return this.#pauses.afterAnswer({ isBusy });
    } catch (error) {
      return signal.aborted ? 0 : this.#failed(sink, error);
    }
  }

  #answers(): void {
    if (this.#error) {
      this.#options.logger.info(`Cloud ${this.name} answers again`);
      this.#error = undefined;
    }
  }

  #failed(sink: RecordSink, error: unknown): number {
    const { logger, now } = this.#options;
    const failure = describeFailure(error);
    if (!this.#error) {
      logger.warn(`Cannot ask cloud ${this.name}: ${failure.message}`);
    }
    this.#error = {
      ...failure,
      since: this.#error?.since ?? now().toISOString(),
      attempts: (this.#error?.attempts ?? 0) + 1,
    };
    sink.replace(ids.APIS, recordsOf(this.#self())[ids.APIS]);
    sink.state({
      state: this.#observedAt === undefined ? 'failed' : 'stale',
      error: failure.message,
    });
    return this.#pauses.afterFailure(this.#error.attempts);
  }

  /** While it answers its age is that of the source, which every answer tells. */
  #self() {
    const { name, watchOnly } = this.#options.cloud;
    const error = this.#error;
    return {
      cloud: name,
      api: {
        watchOnly,
        ...(error && { error, observedAt: this.#observedAt }),
      },
    };
  }
}
