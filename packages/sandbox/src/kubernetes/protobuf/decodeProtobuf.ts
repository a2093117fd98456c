import { Json } from '../../client/types';
import { badRequest } from '../errors';
import { decodeMessage } from './decodeMessage';
import { readFields } from './readFields';

const MAGIC = Buffer.from('k8s\0');

/** Reads a body as kubectl's typed commands send it: an envelope with version and kind around a message. */
export function decodeProtobuf(body: Buffer): Json {
  if (!body.subarray(0, MAGIC.length).equals(MAGIC)) {
    throw badRequest(
      'provided data does not appear to be a protobuf message, expected prefix [107 56 115 0]',
    );
  }
  try {
    return decodeEnvelope(body.subarray(MAGIC.length));
  } catch (error) {
    throw badRequest(`proto: ${(error as Error).message}`);
  }
}

function decodeEnvelope(body: Buffer): Json {
  const envelope = fieldsOf(body);
  const type = fieldsOf(envelope.get(1) ?? Buffer.alloc(0));
  const apiVersion = String(type.get(1) ?? '');
  const kind = String(type.get(2) ?? '');
  const message = decodeMessage(
    messageNameOf(apiVersion, kind),
    envelope.get(2) ?? Buffer.alloc(0),
  );
  return { apiVersion, kind, ...(message as object) };
}

function messageNameOf(apiVersion: string, kind: string): string {
  if (kind === 'DeleteOptions') {
    return 'k8s.io.apimachinery.pkg.apis.meta.v1.DeleteOptions';
  }
  const [version, group = 'core'] = apiVersion.split('/').reverse();
  return `k8s.io.api.${group.split('.')[0]}.${version}.${kind}`;
}

function fieldsOf(bytes: Buffer): Map<number, Buffer> {
  return new Map(
    [...readFields(bytes)].map(({ number, value }) => [
      number,
      value as Buffer,
    ]),
  );
}
