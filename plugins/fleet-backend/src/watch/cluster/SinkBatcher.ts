import { Clock, Row } from '@slipway/backstage-plugin-fleet-node';
import { ResumePoint, WatchSink, CoverageEntry } from '../WatchSink';

const BATCH_MS = 100;
const BATCH_ROWS = 500;

/**
 * Hands rows on in batches, and everything else after the rows that came
 * before it.
 */
export class SinkBatcher {
  readonly #sink: WatchSink;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  #rows: Row[] = [];
  #points = new Map<string, ResumePoint>();
  #waiting = false;

  static create(options: {
    sink: WatchSink;
    clock: Clock;
    signal: AbortSignal;
  }): SinkBatcher {
    return new SinkBatcher(options);
  }

  private constructor(options: {
    sink: WatchSink;
    clock: Clock;
    signal: AbortSignal;
  }) {
    this.#sink = options.sink;
    this.#clock = options.clock;
    this.#signal = options.signal;
  }

  row(row: Row): void {
    this.#rows.push(row);
    if (this.#rows.length >= BATCH_ROWS) {
      this.flush();
    } else {
      this.#flushLater();
    }
  }

  position(point: ResumePoint): void {
    this.#points.set(point.resource, point);
    this.#flushLater();
  }

  coverage(entry: CoverageEntry): void {
    this.flush();
    this.#sink.coverage(entry);
  }

  flush(): void {
    const rows = this.#rows;
    const points = this.#points;
    this.#rows = [];
    this.#points = new Map();
    if (rows.length > 0) {
      this.#sink.rows(rows);
    }
    points.forEach(point => this.#sink.resumePoint(point));
  }

  async #flushLater(): Promise<void> {
    if (this.#waiting) {
      return;
    }
    this.#waiting = true;
    await this.#clock.sleep(BATCH_MS, this.#signal).catch(() => undefined);
    this.#waiting = false;
    if (!this.#signal.aborted) {
      this.flush();
    }
  }
}
