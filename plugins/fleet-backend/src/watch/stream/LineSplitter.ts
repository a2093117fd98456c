import { BoundedBytes, Line } from './BoundedBytes';

const NEWLINE = 0x0a;

/** Cuts a stream into lines of at most a given length. */
export class LineSplitter {
  readonly #line: BoundedBytes;

  static create(options: { maxBytes: number }): LineSplitter {
    return new LineSplitter(options.maxBytes);
  }

  private constructor(maxBytes: number) {
    this.#line = BoundedBytes.create(maxBytes);
  }

  /** Whether a line has begun that has not ended. */
  get inLine(): boolean {
    return this.#line.length > 0;
  }

  /** The lines that end in this chunk. */
  *push(chunk: Buffer): Generator<Line> {
    let start = 0;
    for (;;) {
      const end = chunk.indexOf(NEWLINE, start);
      if (end < 0) {
        this.#line.add(chunk.subarray(start));
        return;
      }
      this.#line.add(chunk.subarray(start, end));
      if (this.inLine) {
        yield this.#line.take();
      }
      start = end + 1;
    }
  }
}
