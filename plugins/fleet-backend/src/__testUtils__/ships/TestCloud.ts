import { RecordSink, RowSource } from '@slipway/backstage-plugin-fleet-node';
import {
  shipRecord,
  SHIPS,
} from '@slipway/backstage-plugin-fleet-node-test-utils';

/** A cloud with ships, which tells of them when a test says so. */
export class TestCloud implements RowSource {
  readonly kind = 'cloud';
  readonly name = 'acme';
  readonly id = 'cloud/acme';
  readonly resources = [SHIPS];
  isRunning = false;
  #sink: RecordSink | undefined;

  async run(sink: RecordSink, signal: AbortSignal): Promise<void> {
    this.#sink = sink;
    this.isRunning = true;
    await new Promise<void>(resolve => {
      signal.addEventListener('abort', () => resolve(), { once: true });
    });
    this.isRunning = false;
  }

  /** It answers with these. */
  tell(...names: string[]): void {
    const lastContact = new Date().toISOString();
    this.#sink?.state({ state: 'live', lastContact });
    this.#sink?.replace(
      SHIPS,
      names.map(name => shipRecord(name)),
    );
  }

  /** It does not answer any more. */
  fail(error: string): void {
    this.#sink?.state({ state: 'stale', error });
  }
}
