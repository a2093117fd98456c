/** A part that can be stopped and started again while the rest goes on. */
export class Restartable<T> {
  readonly #start: (signal: AbortSignal) => Promise<T>;
  readonly #signal: AbortSignal;
  #running: { part: T; stop: () => void } | undefined;

  /** Starts the part; it ends with `signal` at the latest. */
  static async start<P>(
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<P>,
  ): Promise<Restartable<P>> {
    const restartable = new Restartable(signal, start);
    await restartable.start();
    return restartable;
  }

  private constructor(
    signal: AbortSignal,
    start: (signal: AbortSignal) => Promise<T>,
  ) {
    this.#signal = signal;
    this.#start = start;
  }

  /** `undefined` while it is stopped. */
  get part(): T | undefined {
    return this.#running?.part;
  }

  async start(): Promise<void> {
    if (this.#running) {
      return;
    }
    const own = new AbortController();
    const part = await this.#start(AbortSignal.any([this.#signal, own.signal]));
    this.#running = { part, stop: () => own.abort() };
  }

  stop(): void {
    this.#running?.stop();
    this.#running = undefined;
  }
}
