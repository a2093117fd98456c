import { LoggerService } from '@backstage/backend-plugin-api';
import { toError } from '@backstage/errors';
import {
  Clock,
  EngineOutput,
  FleetDomain,
  FleetEngine,
  ProblemReporter,
  Row,
} from '@slipway/backstage-plugin-fleet-node';
import {
  FleetStore,
  ItemHistory,
  Remembered,
  StoreQueue,
  StoreWriter,
} from '../store';
import { ResumeFrom, WatchSink } from '../watch';
import { FleetFeed } from './FleetFeed';

interface FleetRuntimeOptions {
  domains: FleetDomain[];
  store: FleetStore;
  /** See `projectionVersion`. */
  projection: string;
  onProblem: ProblemReporter;
  logger: LoggerService;
  clock: Clock;
  now: () => Date;
}

/** What watches for as long as the fleet runs. */
export interface FleetWatch {
  run(sink: WatchSink, signal: AbortSignal): Promise<void>;
}

const NOTHING: Remembered = {
  resources: [],
  sources: [],
  items: [],
  incidents: [],
};

/** The engine with what feeds it and what it leaves behind. */
export class FleetRuntime {
  readonly engine: FleetEngine;
  readonly history: ItemHistory;
  readonly #feed: FleetFeed;
  readonly #writer: StoreWriter;
  readonly #watching = new AbortController();
  readonly #writing = new AbortController();
  #watch: Promise<void> | undefined;
  #write: Promise<void> | undefined;

  /** Has what the last run left when it resolves, before any cluster is asked. */
  static async create(options: FleetRuntimeOptions): Promise<FleetRuntime> {
    const { remembered, rows } = await load(options);
    return new FleetRuntime(options, remembered, rows);
  }

  private constructor(
    options: FleetRuntimeOptions,
    remembered: Remembered,
    rows: Row[],
  ) {
    const { domains, onProblem, logger, now } = options;
    const queue = StoreQueue.create({ known: remembered.resources });
    const { items, incidents } = remembered;
    this.engine = FleetEngine.create({
      domains,
      now,
      onProblem,
      remembered: { items, incidents },
    });
    this.history = ItemHistory.create(items);
    this.#feed = FleetFeed.create({
      engine: this.engine,
      queue,
      history: this.history,
      logger,
      now,
    });
    this.#writer = StoreWriter.create({ ...options, queue });
    this.#feed.warm(remembered, rows);
  }

  /** Ids of the sources that are known. */
  sourceIds(): string[] {
    return this.#feed.sourceIds();
  }

  /** Where the watches of a source go on. */
  resumeFrom(source: string): ResumeFrom | undefined {
    return this.#feed.resumeFrom(source);
  }

  subscribe(listener: (output: EngineOutput) => void): void {
    this.#feed.subscribe(listener);
  }

  /** Begins to watch, and returns: no cluster holds up the start. */
  start(watch: FleetWatch): void {
    this.#watch = watch.run(this.#feed, this.#watching.signal);
    this.#write = this.#writer.run(this.#writing.signal);
  }

  /** Returns when all has ended and what was watched is written. */
  async stop(): Promise<void> {
    this.#watching.abort();
    await this.#watch;
    this.#feed.stop();
    this.#writing.abort();
    await this.#write;
  }
}

// Without its past the fleet can still watch.
async function load({ store, projection, logger }: FleetRuntimeOptions) {
  try {
    const remembered = await store.load(projection);
    const rows: Row[] = [];
    for await (const page of store.loadRows()) {
      rows.push(...page);
    }
    return { remembered, rows };
  } catch (error) {
    logger.error(
      `Cannot read what was known before, everything is read anew: ${
        toError(error).message
      }`,
    );
    return { remembered: NOTHING, rows: [] };
  }
}
