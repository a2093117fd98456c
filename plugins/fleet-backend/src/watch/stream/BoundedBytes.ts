/** A line, or of one that is too long its length and how it begins. */
export type Line = { bytes: Buffer } | { skipped: number; head: Buffer };

const HEAD_BYTES = 1024;

/** Collects the parts of a line, and of a too long one only its head. */
export class BoundedBytes {
  readonly #maxBytes: number;
  #parts: Buffer[] = [];
  #length = 0;
  #head: Buffer | undefined;

  static create(maxBytes: number): BoundedBytes {
    return new BoundedBytes(maxBytes);
  }

  private constructor(maxBytes: number) {
    this.#maxBytes = maxBytes;
  }

  get length(): number {
    return this.#length;
  }

  add(part: Buffer): void {
    if (part.length === 0) {
      return;
    }
    this.#length += part.length;
    if (this.#head) {
      return;
    }
    this.#parts.push(part);
    if (this.#length > this.#maxBytes) {
      const begun = this.#whole();
      this.#head = Buffer.from(begun.subarray(0, HEAD_BYTES));
      this.#parts = [];
    }
  }

  /** What was collected; it begins anew. */
  take(): Line {
    const line: Line = this.#head
      ? { skipped: this.#length, head: this.#head }
      : { bytes: this.#whole() };
    this.#parts = [];
    this.#length = 0;
    this.#head = undefined;
    return line;
  }

  #whole(): Buffer {
    return this.#parts.length === 1
      ? this.#parts[0]
      : Buffer.concat(this.#parts);
  }
}
