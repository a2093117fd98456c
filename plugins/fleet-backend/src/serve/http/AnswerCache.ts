/** Bodies that were made lately, bounded by their size. */
export class AnswerCache {
  readonly #bodies = new Map<string, Buffer>();
  readonly #capacity: number;
  #size = 0;

  constructor(options: { capacity: number }) {
    this.#capacity = options.capacity;
  }

  get(key: string): Buffer | undefined {
    const body = this.#bodies.get(key);
    if (body) {
      // What was asked for last is thrown away last.
      this.#bodies.delete(key);
      this.#bodies.set(key, body);
    }
    return body;
  }

  put(key: string, body: Buffer): void {
    this.#drop(key);
    this.#bodies.set(key, body);
    this.#size += body.length;
    for (const oldest of this.#bodies.keys()) {
      if (this.#size <= this.#capacity) {
        return;
      }
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#bodies.get(key)?.length ?? 0;
    this.#bodies.delete(key);
  }
}
