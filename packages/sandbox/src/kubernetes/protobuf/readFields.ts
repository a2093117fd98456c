/** One field of a message as it is on the wire. */
export interface WireField {
  number: number;
  value: bigint | Buffer;
}

const TRUNCATED = 'unexpected EOF';

/** The fields of an encoded message in their order. */
export function* readFields(bytes: Buffer): Generator<WireField> {
  let offset = 0;

  function varint(): bigint {
    let value = 0n;
    for (let shift = 0n; ; shift += 7n) {
      if (offset >= bytes.length || shift > 63n) {
        throw new Error(TRUNCATED);
      }
      const byte = BigInt(bytes[offset++]);
      value |= (byte & 0x7fn) << shift;
      if (byte < 0x80n) {
        return value;
      }
    }
  }

  function take(length: number): Buffer {
    if (length > bytes.length - offset) {
      throw new Error(TRUNCATED);
    }
    offset += length;
    return bytes.subarray(offset - length, offset);
  }

  while (offset < bytes.length) {
    const tag = Number(varint());
    const number = Math.floor(tag / 8);
    switch (tag % 8) {
      case 0:
        yield { number, value: varint() };
        break;
      case 1:
        yield { number, value: take(8).readBigUInt64LE() };
        break;
      case 2:
        yield { number, value: take(Number(varint())) };
        break;
      case 5:
        yield { number, value: BigInt(take(4).readUInt32LE()) };
        break;
      default:
        throw new Error(`illegal wire type ${tag % 8}`);
    }
  }
}
