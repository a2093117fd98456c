const QUOTE = 0x22;
const BACKSLASH = 0x5c;
const OPEN_BRACE = 0x7b;
const CLOSE_BRACE = 0x7d;
const OPEN_BRACKET = 0x5b;
const CLOSE_BRACKET = 0x5d;

/** How deep in JSON the bytes so far lead. */
export class JsonDepth {
  depth = 0;
  inString = false;
  #escaped = false;

  /** Reads on until `depth` is reached by closing, or the chunk ends. */
  readUntil(chunk: Buffer, from: number, depth: number): number {
    let { inString } = this;
    let escaped = this.#escaped;
    let current = this.depth;
    let at = from;
    for (; at < chunk.length; at++) {
      const byte = chunk[at];
      if (inString) {
        if (escaped) {
          escaped = false;
        } else if (byte === BACKSLASH) {
          escaped = true;
        } else if (byte === QUOTE) {
          inString = false;
        }
      } else if (byte === QUOTE) {
        inString = true;
      } else if (byte === OPEN_BRACE || byte === OPEN_BRACKET) {
        current++;
      } else if (byte === CLOSE_BRACE || byte === CLOSE_BRACKET) {
        current--;
        if (current === depth) {
          at++;
          break;
        }
      }
    }
    this.inString = inString;
    this.#escaped = escaped;
    this.depth = current;
    return at;
  }
}
