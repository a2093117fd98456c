import { StringDecoder } from 'node:string_decoder';

// Whoever prints no line breaks is cut here, before memory runs out.
const MAX_PENDING = 1024 * 1024;

/** Makes lines of chunks; a line is told when it is complete. */
export class LineSplitter {
  readonly #decoder = new StringDecoder('utf8');
  readonly #onLine: (line: string) => void;
  #pending = '';

  constructor(onLine: (line: string) => void) {
    this.#onLine = onLine;
  }

  push(chunk: Buffer) {
    const text = this.#pending + this.#decoder.write(chunk);
    const lines = text.split(/\r?\n/);
    this.#pending = lines.pop()!;
    lines.forEach(this.#onLine);
    if (this.#pending.length > MAX_PENDING) {
      this.end();
    }
  }

  /** Tells what came behind the last line break. */
  end() {
    if (this.#pending !== '') {
      this.#onLine(this.#pending);
      this.#pending = '';
    }
  }
}
