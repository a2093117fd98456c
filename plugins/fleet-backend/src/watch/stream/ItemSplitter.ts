import { BoundedBytes, Line } from './BoundedBytes';
import { JsonDepth } from './JsonDepth';

const QUOTE = 0x22;
const COMMA = 0x2c;
const OPEN_BRACE = 0x7b;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;
const SPACE = 0x20;
const MAX_ENVELOPE_BYTES = 1024 * 1024;
const ITEMS = 'items';

/**
 * Cuts the JSON of a list into its items while it arrives: a page of large
 * objects is never in memory as a whole, and one that is too large costs only
 * itself. What is no object among the items is passed over.
 */
export class ItemSplitter {
  readonly #item: BoundedBytes;
  readonly #json = new JsonDepth();
  #place: 'envelope' | 'items' | 'item' | 'scalar' = 'envelope';
  /** The string that ended last, directly in the list. */
  #key = '';
  #envelope: Buffer[] = [];
  #envelopeLength = 0;

  static create(options: { maxBytes: number }): ItemSplitter {
    return new ItemSplitter(options.maxBytes);
  }

  private constructor(maxBytes: number) {
    this.#item = BoundedBytes.create(maxBytes);
  }

  /** The items that end in this chunk. */
  *push(chunk: Buffer): Generator<Line> {
    let at = 0;
    while (at < chunk.length) {
      switch (this.#place) {
        case 'envelope':
          at = this.#readEnvelope(chunk, at);
          break;
        case 'items':
          at = this.#readItems(chunk, at);
          break;
        case 'scalar':
          at = this.#readScalar(chunk, at);
          break;
        default: {
          const end = this.#json.readUntil(chunk, at, 2);
          this.#item.add(chunk.subarray(at, end));
          at = end;
          if (this.#json.depth === 2) {
            this.#place = 'items';
            yield this.#item.take();
          }
        }
      }
    }
  }

  /** The list without its items; `undefined` when it did not arrive whole. */
  envelope(): Buffer | undefined {
    const isWhole = this.#envelopeLength > 0 && this.#json.depth === 0;
    return isWhole ? Buffer.concat(this.#envelope) : undefined;
  }

  #readEnvelope(chunk: Buffer, from: number): number {
    const json = this.#json;
    let at = from;
    while (at < chunk.length) {
      const wasInString = json.inString;
      const byte = chunk[at];
      json.readUntil(chunk.subarray(at, at + 1), 0, -1);
      at++;
      if (json.depth === 1 && byte === QUOTE && !wasInString) {
        this.#key = '';
      } else if (json.depth === 1 && json.inString) {
        this.#addToKey(byte);
      }
      const opens = byte === OPEN_BRACKET && !json.inString;
      if (opens && json.depth === 2 && this.#key === ITEMS) {
        this.#place = 'items';
        break;
      }
    }
    this.#keep(chunk.subarray(from, at));
    return at;
  }

  /** Only up to what tells it from `items`. */
  #addToKey(byte: number): void {
    if (this.#key.length <= ITEMS.length) {
      this.#key += String.fromCharCode(byte);
    }
  }

  #readItems(chunk: Buffer, from: number): number {
    const byte = chunk[from];
    if (byte === CLOSE_BRACKET) {
      this.#place = 'envelope';
      return from;
    }
    if (byte <= SPACE || byte === COMMA) {
      return from + 1;
    }
    const isObject = byte === OPEN_BRACE || byte === OPEN_BRACKET;
    this.#place = isObject ? 'item' : 'scalar';
    return from;
  }

  #readScalar(chunk: Buffer, from: number): number {
    const json = this.#json;
    for (let at = from; at < chunk.length; at++) {
      const ends = chunk[at] === COMMA || chunk[at] === CLOSE_BRACKET;
      if (ends && !json.inString) {
        this.#place = 'items';
        return at;
      }
      json.readUntil(chunk.subarray(at, at + 1), 0, -1);
    }
    return chunk.length;
  }

  #keep(part: Buffer): void {
    this.#envelopeLength += part.length;
    if (this.#envelopeLength > MAX_ENVELOPE_BYTES) {
      throw new Error('the answer is not a list');
    }
    this.#envelope.push(Buffer.from(part));
  }
}
