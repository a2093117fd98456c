import { Response } from 'express';
import { RecordedCloud } from '../types';

/** Answers as a service that is out of order did; without a status it does not answer. */
export function sendOutage(
  res: Response,
  { status, message }: NonNullable<RecordedCloud['error']>,
): void {
  if (status === null) {
    res.socket?.destroy();
    return;
  }
  const type = /^\s*[{[]/.test(message) ? 'application/json' : 'text/html';
  res.status(status).type(type).send(message);
}
