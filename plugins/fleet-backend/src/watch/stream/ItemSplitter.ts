import { BoundedBytes, Line } from './BoundedBytes';

const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;
const MAX_ENVELOPE_BYTES = 1024 * 1024;
const ITEMS = 'items';

/**
 * Cuts the JSON of a list into its items while it arrives: a page of large
 * objects is never in memory as a whole, and one that is too large costs only
 * itself.
 */
export class ItemSplitter {
  readonly #item: BoundedBytes;
  #place: 'envelope' | 'items' | 'item' = 'envelope';
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** The string that ended last, directly in the list. */
  #key = '';
  #envelope: Buffer[] = [];
  #envelopeLength = 0;
  #ended = false;

  static create(options: { maxBytes: number }): ItemSplitter {
    return new ItemSplitter(options.maxBytes);
  }

  private constructor(maxBytes: number) {
    this.#item = BoundedBytes.create(maxBytes);
  }

  /** The items that end in this chunk. */
  *push(chunk: Buffer): Generator<Line> {
    let from = 0;
    for (let at = 0; at < chunk.length; at++) {
      const byte = chunk[at];
      if (this.#place === 'items') {
        if (byte === CLOSE_BRACKET) {
          this.#place = 'envelope';
          from = at;
        } else if (byte > SPACE && byte !== COMMA) {
          this.#place = 'item';
          from = at;
          this.#depth = 0;
        }
      }
      if (this.#place === 'item') {
        const scalarEnds =
          this.#depth === 0 &&
          !this.#inString &&
          (byte === COMMA || byte === CLOSE_BRACKET);
        if (!scalarEnds) {
          this.#step(byte);
        }
        const ended =
          scalarEnds ||
          (this.#depth === 0 && !this.#inString && byte === CLOSE_BRACE);
        if (ended) {
          this.#item.add(chunk.subarray(from, scalarEnds ? at : at + 1));
          yield this.#item.take();
          this.#place = 'items';
          this.#depth = 2;
          if (scalarEnds) {
            at--;
          }
        }
      } else if (this.#place === 'envelope') {
        this.#stepEnvelope(byte);
        if (byte === OPEN_BRACKET && this.#opensItems()) {
          this.#keep(chunk.subarray(from, at + 1));
          this.#place = 'items';
        }
      }
    }
    if (this.#place === 'item') {
      this.#item.add(chunk.subarray(from));
    } else if (this.#place === 'envelope') {
      this.#keep(chunk.subarray(from));
    }
  }

  /** The list without its items; `undefined` when it did not arrive whole. */
  envelope(): Buffer | undefined {
    return this.#ended ? Buffer.concat(this.#envelope) : undefined;
  }

  #opensItems(): boolean {
    return this.#depth === 2 && !this.#inString && this.#key === ITEMS;
  }

  #step(byte: number): void {
    if (this.#inString) {
      if (this.#escaped) {
        this.#escaped = false;
      } else if (byte === BACKSLASH) {
        this.#escaped = true;
      } else if (byte === QUOTE) {
        this.#inString = false;
      }
    } else if (byte === QUOTE) {
      this.#inString = true;
    } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
      this.#depth++;
    } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
      this.#depth--;
    }
  }

  #stepEnvelope(byte: number): void {
    const wasInString = this.#inString;
    this.#step(byte);
    if (this.#depth === 1 && !wasInString && this.#inString) {
      this.#key = '';
    } else if (this.#depth === 1 && wasInString && this.#inString) {
      // Longer than any key that matters: only "items" does.
      this.#key =
        this.#key.length <= ITEMS.length
          ? this.#key + String.fromCharCode(byte)
          : this.#key;
    }
    if (this.#depth === 0 && byte === CLOSE_BRACE && !wasInString) {
      this.#ended = true;
    }
  }

  #keep(part: Buffer): void {
    this.#envelopeLength += part.length;
    if (this.#envelopeLength > MAX_ENVELOPE_BYTES) {
      throw new Error('the answer is not a list');
    }
    this.#envelope.push(Buffer.from(part));
  }
}
