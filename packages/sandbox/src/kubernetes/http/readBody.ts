import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { badRequest, StatusError } from '../errors';
import { decodeProtobuf } from '../protobuf/decodeProtobuf';

const MAX_BYTES = 3 * 1024 * 1024;

/** The whole body; 413 beyond what the API server takes. */
export async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of incoming) {
    size += chunk.length;
    if (size > MAX_BYTES) {
      throw new StatusError({
        code: 413,
        reason: 'RequestEntityTooLarge',
        message: `Request entity too large: limit is ${MAX_BYTES}`,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A body in one of the encodings that the API takes. */
export function parseBody(body: Buffer, contentType: string): unknown {
  switch (mediaType(contentType)) {
    case '':
    case 'application/json':
      return parseJson(body.toString());
    case 'application/yaml':
    case 'application/apply-patch+yaml':
      return parseYaml(body.toString());
    case 'application/vnd.kubernetes.protobuf':
      return decodeProtobuf(body);
    default:
      throw unsupportedMediaType([
        'application/json',
        'application/yaml',
        'application/vnd.kubernetes.protobuf',
      ]);
  }
}

function parseYaml(text: string): unknown {
  try {
    return parse(text);
  } catch (error) {
    throw badRequest(
      `error decoding YAML: ${(error as Error).message.split('\n')[0]}`,
    );
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw badRequest(
      `couldn't get version/kind; json parse error: ${
        (error as Error).message
      }`,
    );
  }
}

/** `application/json` of `application/json; charset=utf-8`. */
export function mediaType(contentType: string | undefined): string {
  return (contentType ?? '').split(';')[0].trim().toLowerCase();
}

export function unsupportedMediaType(accepted: string[]): StatusError {
  return new StatusError({
    code: 415,
    reason: 'UnsupportedMediaType',
    message: `the body of the request was in an unknown format - accepted media types include: ${accepted.join(
      ', ',
    )}`,
  });
}
