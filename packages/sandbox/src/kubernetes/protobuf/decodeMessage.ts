import { Json } from '../../client/types';
import { messageType } from './messageTypes';
import { readFields } from './readFields';

const META = 'k8s.io.apimachinery.pkg.apis.meta.v1';

/** Messages that are one value in JSON. */
const VALUES: Record<string, (bytes: Buffer) => Json> = {
  [`${META}.Time`]: bytes => readTime(bytes, 0),
  [`${META}.MicroTime`]: bytes => readTime(bytes, 6),
  [`${META}.FieldsV1`]: readEmbeddedJson,
  'k8s.io.apimachinery.pkg.runtime.RawExtension': readEmbeddedJson,
  'k8s.io.apimachinery.pkg.api.resource.Quantity': bytes =>
    String(fieldsOf(bytes).get(1) ?? '0'),
  'k8s.io.apimachinery.pkg.util.intstr.IntOrString': bytes => {
    const fields = fieldsOf(bytes);
    return fields.get(1)
      ? String(fields.get(3) ?? '')
      : signed(fields.get(2) as bigint);
  },
};

/** The JSON of an encoded message of a type of Kubernetes' API. */
export function decodeMessage(name: string, bytes: Buffer): Json {
  const type = messageType(name);
  if (!type) {
    throw new Error(`unknown message type ${name}`);
  }
  const result: Record<string, Json> = {};
  for (const { number, value } of readFields(bytes)) {
    const field = type.fields[number];
    if (!field) {
      continue;
    }
    const [json, valueType, ...flags] = field;
    if (flags.includes('map')) {
      const entries = (result[json] ??= {}) as Record<string, Json>;
      const entry = new Map(
        [...readFields(value as Buffer)].map(one => [one.number, one.value]),
      );
      entries[String(entry.get(1) ?? '')] = decodeValue(
        valueType,
        entry.get(2) ?? Buffer.alloc(0),
      );
    } else if (flags.includes('repeated')) {
      const list = (result[json] ??= []) as Json[];
      list.push(decodeValue(valueType, value));
    } else {
      const decoded = decodeValue(valueType, value);
      if (flags.includes('inline')) {
        Object.assign(result, decoded);
      } else if (
        decoded !== null &&
        !(flags.includes('omitsZero') && [0, '', false].includes(decoded as 0))
      ) {
        result[json] = decoded;
      }
    }
  }
  return type.isList ? Object.values(result)[0] ?? [] : result;
}

function decodeValue(type: string, value: bigint | Buffer): Json {
  switch (type) {
    case 'string':
      return value.toString();
    case 'bytes':
      return (value as Buffer).toString('base64');
    case 'bool':
      return value !== 0n;
    case 'double': {
      const bytes = Buffer.alloc(8);
      bytes.writeBigUInt64LE(value as bigint);
      return bytes.readDoubleLE();
    }
    case 'int32':
    case 'int64':
      return signed(value as bigint);
    default:
      return VALUES[type]
        ? VALUES[type](value as Buffer)
        : decodeMessage(type, value as Buffer);
  }
}

function fieldsOf(bytes: Buffer): Map<number, bigint | Buffer> {
  return new Map(
    [...readFields(bytes)].map(({ number, value }) => [number, value]),
  );
}

function signed(value: bigint | undefined): number {
  return Number(BigInt.asIntN(64, value ?? 0n));
}

/** The zero time is encoded as nothing and is null in JSON. */
function readTime(bytes: Buffer, digits: number): Json {
  const fields = fieldsOf(bytes);
  if (fields.size === 0) {
    return null;
  }
  const seconds = signed(fields.get(1) as bigint);
  const nanos = signed(fields.get(2) as bigint);
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19);
  return digits === 0
    ? `${whole}Z`
    : `${whole}.${String(nanos).padStart(9, '0').slice(0, digits)}Z`;
}

function readEmbeddedJson(bytes: Buffer): Json {
  const raw = fieldsOf(bytes).get(1);
  return raw === undefined || raw.toString() === ''
    ? null
    : JSON.parse(raw.toString());
}
