import { ServerResponse } from 'node:http';
import { gzip } from 'node:zlib';
import { StatusError } from '../errors';

/** Smaller answers are not worth it, as upstream has it. */
const GZIP_FROM_BYTES = 128 * 1024;

/** Answers with JSON, compressed when it is large; serialized text is taken as it is. */
export function sendJson(
  response: ServerResponse,
  body: object | string,
  code = 200,
  contentType = 'application/json',
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const bytes = Buffer.from(`${text}\n`);
  const headers = {
    'content-type': contentType,
    'cache-control': 'no-cache, private',
  };
  if (bytes.length <= GZIP_FROM_BYTES || !acceptsGzip(response)) {
    response.writeHead(code, { ...headers, 'content-length': bytes.length });
    response.end(bytes);
    return;
  }
  gzip(bytes, { level: 1 }, (error, compressed) => {
    if (error || response.destroyed) {
      response.destroy();
      return;
    }
    response.writeHead(code, {
      ...headers,
      'content-encoding': 'gzip',
      vary: 'Accept-Encoding',
    });
    response.end(compressed);
  });
}

function acceptsGzip({ req }: ServerResponse): boolean {
  const accepted = String(req.headers['accept-encoding'] ?? '').split(',');
  return (
    req.method === 'GET' &&
    accepted.some(one => one.split(';')[0].trim() === 'gzip')
  );
}

export function sendText(
  response: ServerResponse,
  text: string,
  code = 200,
): void {
  response.writeHead(code, {
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-cache, private',
    'x-content-type-options': 'nosniff',
  });
  response.end(text);
}

/** Answers with the Status of an error; anything unforeseen is an internal error. */
export function sendError(response: ServerResponse, error: unknown): void {
  const refusal =
    error instanceof StatusError
      ? error
      : new StatusError({
          code: 500,
          reason: 'InternalError',
          message: `Internal error occurred: ${(error as Error).message}`,
          details: { causes: [{ message: (error as Error).message }] },
        });
  if (response.headersSent) {
    response.destroy();
    return;
  }
  if (!response.req.complete) {
    // What was refused unread would be taken for the next request.
    response.setHeader('connection', 'close');
  }
  sendJson(response, refusal.toStatus(), refusal.code);
}
