import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Clock,
  Reader,
  RowSource,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { WatchSink } from '../watch';
import { Backoff } from '../watch/reflector/Backoff';
import { describeError } from '../watch/transport/describeError';
import { DefaultRecordSink } from './DefaultRecordSink';

/** What is run, and what is known of it already. */
export interface RowSourceRunnerOptions {
  sources: RowSource[];
  resources: WatchedResource[];
  reader: Pick<Reader, 'rows' | 'coverage' | 'source'>;
  /** Ids of all sources that the last run knew. */
  remembered: string[];
  clock: Clock;
  now: () => Date;
  /** Between 0 and 1. */
  random: () => number;
  logger: LoggerService;
}

const RESTART = { firstMs: 1_000, capMs: 300_000 };

/** Runs all sources that are no clusters; one that fails is started again. */
export class RowSourceRunner {
  readonly #options: RowSourceRunnerOptions;

  static create(options: RowSourceRunnerOptions): RowSourceRunner {
    return new RowSourceRunner(options);
  }

  private constructor(options: RowSourceRunnerOptions) {
    this.#options = options;
  }

  /** Runs until the signal is aborted, and all have returned. */
  async run(sink: WatchSink, signal: AbortSignal): Promise<void> {
    const { sources, remembered } = this.#options;
    const configured = new Set(sources.map(({ id }) => id));
    remembered
      // Which clusters there are is learnt from elsewhere.
      .filter(id => !id.startsWith('cluster/') && !configured.has(id))
      .forEach(id => sink.sourceGone(id));
    await Promise.all(
      sources.map(source => this.#keepRunning(source, sink, signal)),
    );
  }

  async #keepRunning(
    source: RowSource,
    sink: WatchSink,
    signal: AbortSignal,
  ): Promise<void> {
    const { clock, random, logger } = this.#options;
    const backoff = Backoff.create({ ...RESTART, random });
    const records = DefaultRecordSink.create({
      ...this.#options,
      source,
      sink,
      onLive: () => backoff.reset(),
    });
    records.begin();
    while (!signal.aborted) {
      const reason = await runOnce(source, records, signal);
      if (signal.aborted) {
        return;
      }
      const milliseconds = backoff.next();
      const seconds = Math.ceil(milliseconds / 1000);
      logger.error(
        `The source ${source.id} ended and is started again in ${seconds} s: ${reason}`,
      );
      records.failed(reason);
      await clock.sleep(milliseconds, signal).catch(() => undefined);
    }
  }
}

/** @returns why it ended */
async function runOnce(
  source: RowSource,
  records: DefaultRecordSink,
  signal: AbortSignal,
): Promise<string> {
  const run = new AbortController();
  const both = AbortSignal.any([signal, run.signal]);
  try {
    await source.run(records.until(both), signal);
    return 'it returned without being told to';
  } catch (error) {
    return describeError(error);
  } finally {
    run.abort();
  }
}
