import { Readable } from 'node:stream';

/** Ends what nobody will read; that it ended early is no error to anybody. */
export function discardBody(body: Readable): void {
  body.on('error', () => undefined);
  body.destroy();
}
