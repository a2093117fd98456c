import { LoggerService } from '@backstage/backend-plugin-api';
import {
  Coverage,
  SourceInfo,
  SourceState,
} from '@slipway/backstage-plugin-fleet-common';
import {
  KubernetesObject,
  Reader,
  RecordSink,
  Row,
  RowSource,
  RowSourceState,
  WatchedResource,
} from '@slipway/backstage-plugin-fleet-node';
import { WatchSink } from '../watch';
import { describeError } from '../watch/transport/describeError';

/** Whose records, and where they go. */
export interface DefaultRecordSinkOptions {
  source: RowSource;
  resources: WatchedResource[];
  /** Sees what the sink was told before. */
  reader: Pick<Reader, 'rows' | 'coverage' | 'source'>;
  sink: WatchSink;
  now: () => Date;
  logger: LoggerService;
  /** Called whenever it answers. */
  onLive(): void;
}

/** Makes rows and coverage of what one source tells. */
export class DefaultRecordSink implements RecordSink {
  readonly #options: DefaultRecordSinkOptions;
  readonly #resources: Map<string, WatchedResource>;
  readonly #said = new Set<string>();
  #state: SourceState = 'starting';
  #since: string;
  #lastContact: string | undefined;
  #error: string | undefined;

  static create(options: DefaultRecordSinkOptions): DefaultRecordSink {
    return new DefaultRecordSink(options);
  }

  private constructor(options: DefaultRecordSinkOptions) {
    const { source, resources, reader, now } = options;
    this.#options = options;
    this.#lastContact = reader.source(source.id)?.lastContact;
    this.#since = now().toISOString();
    this.#resources = new Map(
      resources
        .filter(({ from }) => from === source.kind)
        .map(resource => [resource.id, resource]),
    );
  }

  /** Says that there is such a source; of what was known before nothing changes. */
  begin(): void {
    const { source, reader, sink } = this.#options;
    this.#tell();
    for (const resource of this.#resources.keys()) {
      const isBrought = source.resources.includes(resource);
      if (!isBrought) {
        sink.rows(this.#gone(resource, new Map()));
      }
      const { state } = reader.coverage(source.id, resource);
      if (!isBrought || state === 'not-asked') {
        const coverage: Coverage = { state: isBrought ? 'syncing' : 'absent' };
        sink.coverage({ source: source.id, resource, coverage });
      }
    }
  }

  /** The same sink for one run: what is said after its end is not heard. */
  until(signal: AbortSignal): RecordSink {
    const ifRunning =
      <A extends unknown[]>(tell: (...values: A) => void) =>
      (...values: A) => {
        if (signal.aborted) {
          return;
        }
        try {
          tell(...values);
        } catch (error) {
          const { source, logger } = this.#options;
          const reason = describeError(error);
          logger.error(`Cannot take what ${source.id} told: ${reason}`);
        }
      };
    return {
      replace: ifRunning((resource, records) =>
        this.replace(resource, records),
      ),
      coverage: ifRunning((resource, coverage) =>
        this.coverage(resource, coverage),
      ),
      state: ifRunning(state => this.state(state)),
    };
  }

  replace(resource: string, records: KubernetesObject[]): void {
    const { source, sink, now } = this.#options;
    const watched = this.#known(resource);
    if (!watched) {
      return;
    }
    const rows = new Map<string, Row>();
    for (const record of records) {
      const row = watched.project(source.id, record);
      if (row) {
        rows.set(keyOf(row), row);
      }
    }
    sink.rows([...this.#gone(resource, rows), ...rows.values()]);
    const at = now().toISOString();
    this.coverage(resource, { state: 'live', lastContact: at });
    // There is nothing to resume, but after a restart it tells that all is kept.
    sink.resumePoint({ source: source.id, resource, resourceVersion: at });
  }

  coverage(resource: string, coverage: Coverage): void {
    const { source, reader, sink, now } = this.#options;
    if (!this.#known(resource)) {
      return;
    }
    const before = reader.coverage(source.id, resource);
    const since =
      before.state === coverage.state ? before.since : now().toISOString();
    sink.coverage({
      source: source.id,
      resource,
      coverage: { ...coverage, since: coverage.since ?? since },
    });
  }

  state(told: RowSourceState): void {
    // A source does not remember what the last run heard of it.
    const state =
      told.state === 'failed' && this.#lastContact !== undefined
        ? 'stale'
        : told.state;
    if (state !== this.#state) {
      this.#since = this.#options.now().toISOString();
    }
    this.#state = state;
    if (told.state === 'live') {
      this.#lastContact = told.lastContact;
      this.#error = undefined;
      this.#options.onLive();
    } else {
      this.#error = told.error;
      this.#makeStale(told.error);
    }
    this.#tell();
  }

  /** It does not say anything any more. */
  failed(error: string): void {
    this.state({ state: 'failed', error });
  }

  /** Those that are known, and not among these. */
  #gone(resource: string, rows: Map<string, Row>): Row[] {
    const { source, reader, now } = this.#options;
    const goneAt = now().toISOString();
    return reader
      .rows(source.id, resource)
      .filter(row => !rows.has(keyOf(row)))
      .map(row => ({ ...row, goneAt }));
  }

  #makeStale(error: string): void {
    const { source, reader } = this.#options;
    for (const resource of this.#resources.keys()) {
      const known = reader.coverage(source.id, resource);
      if (known.state === 'live') {
        this.coverage(resource, { ...known, state: 'stale', error });
      }
    }
  }

  #tell(): void {
    const { source, sink } = this.#options;
    const { id, kind, name } = source;
    const info: SourceInfo = {
      id,
      kind,
      name,
      state: this.#state,
      reachable: this.#error === undefined,
      since: this.#since,
      ...(this.#lastContact && { lastContact: this.#lastContact }),
      ...(this.#error && { error: this.#error }),
    };
    sink.source(info);
  }

  /** What no domain reads is not missed; what it does not bring is a mistake. */
  #known(resource: string): WatchedResource | undefined {
    const { source, logger } = this.#options;
    if (!source.resources.includes(resource) && !this.#said.has(resource)) {
      this.#said.add(resource);
      logger.warn(`${source.id} told of ${resource}, which it does not bring`);
    }
    return source.resources.includes(resource)
      ? this.#resources.get(resource)
      : undefined;
  }
}

function keyOf({ namespace, name }: Row): string {
  return `${namespace}/${name}`;
}
