/** Runs tasks by key after the current work, each key once however often it was asked for. */
export class TaskQueue {
  readonly #tasks = new Map<string, () => void>();
  readonly #log: (line: string) => void;
  #scheduled = false;
  #stopped = false;

  constructor(log: (line: string) => void) {
    this.#log = log;
  }

  add(key: string, task: () => void): void {
    this.#tasks.set(key, task);
    if (!this.#scheduled && !this.#stopped) {
      this.#scheduled = true;
      queueMicrotask(() => this.#run());
    }
  }

  stop(): void {
    this.#stopped = true;
    this.#tasks.clear();
  }

  #run() {
    while (this.#tasks.size > 0) {
      const [[key, task]] = this.#tasks;
      this.#tasks.delete(key);
      try {
        task();
      } catch (error) {
        this.#log(`${key}: ${(error as Error).message}`);
      }
    }
    this.#scheduled = false;
  }
}
