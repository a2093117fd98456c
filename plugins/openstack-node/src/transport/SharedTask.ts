interface Run<T> {
  result: Promise<T>;
  controller: AbortController;
  waiting: number;
}

/**
 * Work that many want done at the same time and that is done once for all of
 * them. Who no longer wants it leaves the others alone; it ends with the last.
 */
export class SharedTask<T> {
  readonly #work: (signal: AbortSignal) => Promise<T>;
  #run: Run<T> | undefined;

  static create<T>(work: (signal: AbortSignal) => Promise<T>): SharedTask<T> {
    return new SharedTask(work);
  }

  private constructor(work: (signal: AbortSignal) => Promise<T>) {
    this.#work = work;
  }

  async join(signal?: AbortSignal): Promise<T> {
    signal?.throwIfAborted();
    this.#run ??= this.#start();
    const run = this.#run;
    run.waiting += 1;
    if (!signal) {
      return run.result;
    }
    return new Promise<T>((resolve, reject) => {
      const leave = () => {
        reject(signal.reason);
        run.waiting -= 1;
        if (run.waiting === 0) {
          this.#forget(run);
          run.controller.abort(signal.reason);
        }
      };
      signal.addEventListener('abort', leave, { once: true });
      run.result
        .then(resolve, reject)
        .finally(() => signal.removeEventListener('abort', leave));
    });
  }

  #start(): Run<T> {
    const controller = new AbortController();
    const result = this.#work(controller.signal);
    const run: Run<T> = { result, controller, waiting: 0 };
    const forget = () => this.#forget(run);
    // Everybody may have left when it fails: that is no unhandled rejection.
    result.then(forget, forget);
    return run;
  }

  #forget(run: Run<T>): void {
    if (this.#run === run) {
      this.#run = undefined;
    }
  }
}
