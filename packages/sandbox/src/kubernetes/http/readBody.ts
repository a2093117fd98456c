import { IncomingMessage } from 'node:http';
import { parse } from 'yaml';
import { badRequest, StatusError } from '../errors';
import { decodeProtobuf } from '../protobuf/decodeProtobuf';

const MAX_BYTES = 3 * 1024 * 1024;
const MAX_EXCERPT = 64;

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

/** A body in one of the encodings that the API takes; `kind` is what it should be. */
export function parseBody(
  body: Buffer,
  contentType: string,
  kind?: string,
): unknown {
  switch (mediaType(contentType)) {
    case '':
    case 'application/json':
      return parseJson(body.toString(), kind);
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

function parseJson(text: string, kind?: string): unknown {
  const refuse = (why: string) =>
    badRequest(
      `${
        kind
          ? `the object provided is unrecognized (must be of type ${kind}): `
          : ''
      }couldn't get version/kind; json parse error: ${why}${
        kind ? ` (${excerptOf(text)})` : ''
      }`,
    );
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    throw refuse(
      /end of JSON|Unterminated/.test(message)
        ? 'unexpected end of JSON input'
        : message,
    );
  }
  if (value !== null && (typeof value !== 'object' || Array.isArray(value))) {
    const name = Array.isArray(value) ? 'array' : typeof value;
    throw refuse(
      `json: cannot unmarshal ${name} into Go value of type struct { APIVersion string "json:\\"apiVersion,omitempty\\""; Kind string "json:\\"kind,omitempty\\"" }`,
    );
  }
  return value;
}

/** As upstream shows what it cannot read: objects as text, all else in hex. */
function excerptOf(text: string): string {
  const shorten = (all: string) =>
    all.length > MAX_EXCERPT ? `${all.slice(0, MAX_EXCERPT)} ...` : all;
  if (text === '') {
    return '<empty>';
  }
  return shorten(
    text.startsWith('{') ? text : Buffer.from(text).toString('hex'),
  );
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
