import { ServerResponse } from 'node:http';
import { StatusError } from '../errors';

/** Answers with JSON; serialized text is taken as it is. */
export function sendJson(
  response: ServerResponse,
  body: object | string,
  code = 200,
  contentType = 'application/json',
): void {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(code, {
    'content-type': contentType,
    'cache-control': 'no-cache, private',
    'content-length': Buffer.byteLength(text) + 1,
  });
  response.end(`${text}\n`);
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
