import { Writable } from 'node:stream';

/**
 * Writes events to a client that may be slow. What does not fit waits outside,
 * as changes that are not collected yet, so nothing piles up here.
 */
export class SlowWriter {
  readonly #out: Writable & { flush?: () => void };
  readonly #options: { patience: number; onReady(): void; onStuck(): void };
  #stuck: NodeJS.Timeout | undefined;

  constructor(
    out: Writable & { flush?: () => void },
    options: {
      /** How long it may take nothing, in milliseconds. */
      patience: number;
      onReady(): void;
      onStuck(): void;
    },
  ) {
    this.#out = out;
    this.#options = options;
    out.on('drain', () => {
      this.release();
      options.onReady();
    });
  }

  /** Whether there is room for more. */
  get ready(): boolean {
    return this.#stuck === undefined;
  }

  write(text: string): void {
    const room = this.#out.write(text);
    this.#out.flush?.();
    if (!room && !this.#stuck) {
      this.#stuck = setTimeout(
        () => this.#options.onStuck(),
        this.#options.patience,
      );
    }
  }

  release(): void {
    clearTimeout(this.#stuck);
    this.#stuck = undefined;
  }
}
