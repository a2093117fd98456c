import assert from 'node:assert/strict';
import { BackstageApi } from './BackstageApi.ts';
import type { FleetItem, FleetSource } from './fleetAnswers.ts';

/** An item, an incident or a source. */
type FleetThing = { id: string } & Partial<FleetItem & FleetSource>;

export interface FleetSubscription {
  id: string;
  kind: 'items' | 'incidents' | 'sources';
}

const PATIENCE_MS = 30_000;

/** An open stream of the fleet, and all that it has told. */
export class FleetStream {
  /** The newest of each thing, by subscription and id. */
  readonly known = new Map<string, FleetThing>();
  /** `subscription/id` of what was taken away. */
  readonly removed = new Set<string>();
  /** All of it, as it came. */
  text = '';
  readonly #closing = new AbortController();
  #wake: (() => void)[] = [];
  #isOver = false;

  /** Resolves when the stream is open. */
  static async open(
    api: BackstageApi,
    subscriptions: FleetSubscription[],
  ): Promise<FleetStream> {
    const stream = new FleetStream();
    const asked = encodeURIComponent(JSON.stringify(subscriptions));
    const response = await api.request(`fleet/stream?subscriptions=${asked}`, {
      signal: stream.#closing.signal,
    });
    assert.equal(response.status, 200);
    // A stream that is cut off has ended too; who waits is told.
    stream
      .#read(response)
      .catch(() => {})
      .finally(() => stream.#end());
    await stream.until(() => stream.text.includes('event: hello'));
    return stream;
  }

  async until(isSo: () => boolean): Promise<void> {
    const deadline = AbortSignal.timeout(PATIENCE_MS);
    while (!isSo()) {
      assert.ok(!this.#isOver, 'the stream has ended');
      assert.ok(!deadline.aborted, `it was not told; last: ${this.#last()}`);
      await new Promise<void>(resolve => {
        this.#wake.push(resolve);
        deadline.addEventListener('abort', () => resolve(), { once: true });
      });
    }
  }

  close(): void {
    this.#closing.abort();
  }

  async #read(response: Response): Promise<void> {
    const decoder = new TextDecoder();
    let rest = '';
    for await (const chunk of response.body!) {
      const text = decoder.decode(chunk, { stream: true });
      this.text += text;
      const events = (rest + text).split('\n\n');
      rest = events.pop()!;
      events.forEach(event => this.#take(event));
      this.#tell();
    }
  }

  #take(event: string) {
    const [, json] = /^event: change\ndata: (.*)$/m.exec(event) ?? [];
    if (!json) {
      return;
    }
    const updates: [string, { upserted: FleetThing[]; removed: string[] }][] =
      Object.entries(JSON.parse(json).subscriptions);
    for (const [name, { upserted, removed }] of updates) {
      upserted.forEach(thing => this.known.set(`${name}/${thing.id}`, thing));
      for (const id of removed) {
        this.known.delete(`${name}/${id}`);
        this.removed.add(`${name}/${id}`);
      }
    }
  }

  #end() {
    this.#isOver = true;
    this.#tell();
  }

  #tell() {
    this.#wake.splice(0).forEach(wake => wake());
  }

  #last(): string {
    return this.text.slice(-1000);
  }
}
