import {
  StreamChange,
  StreamSubscription,
} from '@slipway/backstage-plugin-fleet-common';

/** A stream that a page opened, and what is sent on it. @public */
export class FakeStream {
  readonly #encoder = new TextEncoder();
  #controller?: ReadableStreamDefaultController<Uint8Array>;
  /** What the one who opened it was answered. */
  readonly response: Response;

  /** With what it was opened. */
  readonly request: {
    subscriptions: StreamSubscription[];
    lastEventId?: string;
  };

  private constructor(request: FakeStream['request']) {
    this.request = request;
    const body = new ReadableStream<Uint8Array>({
      start: controller => {
        this.#controller = controller;
      },
      cancel: () => {
        this.#controller = undefined;
      },
    });
    this.response = new Response(body, {
      headers: { 'content-type': 'text/event-stream' },
    });
  }

  /** @internal */
  static create(request: FakeStream['request']): FakeStream {
    return new FakeStream(request);
  }

  /** Sends an event, whose revision becomes its id. */
  send(
    type: 'hello' | 'change' | 'reset',
    data: Partial<StreamChange> = {},
  ): void {
    const id = data.revision ? `id: ${data.revision}\n` : '';
    this.write(`${id}event: ${type}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** Sends bytes as they are. */
  write(text: string): void {
    this.#controller?.enqueue(this.#encoder.encode(text));
  }

  /** The other side closes it. */
  end(): void {
    this.#controller?.close();
    this.#controller = undefined;
  }
}
