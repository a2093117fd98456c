/**
 * Lets tasks of this process that are about the same thing run one after the
 * other, so that the second finds what the first has made.
 */
export class Turns {
  readonly #last = new Map<string, Promise<unknown>>();

  static create(): Turns {
    return new Turns();
  }

  private constructor() {}

  /** Runs when all earlier ones of that key have ended, however they did. */
  async take<T>(
    options: { key: string; signal?: AbortSignal },
    run: () => Promise<T>,
  ): Promise<T> {
    const { key, signal } = options;
    signal?.throwIfAborted();
    const before = this.#last.get(key);
    let leave = () => {};
    const left = new Promise<void>(resolve => {
      leave = resolve;
    });
    // Whoever gives up while waiting must not let the next one pass.
    const both = Promise.all([before, left]);
    this.#last.set(key, both);
    try {
      await untilAborted(before, signal);
      return await run();
    } finally {
      leave();
      if (this.#last.get(key) === both) {
        both.then(
          () => this.#forget(key, both),
          () => {},
        );
      }
    }
  }

  #forget(key: string, turn: Promise<unknown>): void {
    if (this.#last.get(key) === turn) {
      this.#last.delete(key);
    }
  }
}

async function untilAborted(
  before: Promise<unknown> | undefined,
  signal: AbortSignal | undefined,
): Promise<void> {
  if (!before || !signal) {
    await before;
    return;
  }
  let abort = () => {};
  try {
    await Promise.race([
      before,
      new Promise((_, reject) => {
        abort = () => reject(signal.reason);
        signal.addEventListener('abort', abort, { once: true });
      }),
    ]);
  } finally {
    signal.removeEventListener('abort', abort);
  }
}
