import { createHash } from 'node:crypto';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import express from 'express';
import { ViewVersion } from '../FleetView';
import { AnswerCache } from './AnswerCache';

const compress = promisify(gzip);
const CAPACITY_BYTES = 32 * 1024 * 1024;
const WORTH_COMPRESSING_BYTES = 1024;

/**
 * Sends answers that can be asked for again: with an ETag, from memory where
 * somebody with the same rights has just asked the same.
 */
export class AnswerSender {
  readonly #cache = new AnswerCache({ capacity: CAPACITY_BYTES });

  async send(options: {
    req: Pick<express.Request, 'originalUrl' | 'headers' | 'acceptsEncodings'>;
    res: express.Response;
    version: ViewVersion;
    make(): Promise<{ revision: string }>;
  }): Promise<void> {
    const { req, res, version, make } = options;
    const etag = etagOf(version, req.originalUrl);
    // Shared caches may keep nothing of this; browsers must ask each time.
    res.set('cache-control', 'private, no-cache');
    res.vary('authorization');
    res.vary('accept-encoding');
    if (isNamed(etag, req.headers['if-none-match'])) {
      res.set('etag', etag).status(304).end();
      return;
    }
    const zipped = req.acceptsEncodings('gzip') === 'gzip';
    const known = zipped ? this.#cache.get(etag) : undefined;
    if (known) {
      sendZipped(res.set('etag', etag), known);
      return;
    }
    const answer = await make();
    const text = JSON.stringify(answer);
    // Decided or changed between the two: right for this caller now, but not
    // what the ETag stands for.
    const isOfVersion = answer.revision === version.revision;
    if (isOfVersion) {
      res.set('etag', etag);
    }
    if (!zipped || text.length < WORTH_COMPRESSING_BYTES) {
      res.type('application/json').send(text);
      return;
    }
    const body = await compress(text);
    if (isOfVersion) {
      this.#cache.put(etag, body);
    }
    sendZipped(res, body);
  }
}

function sendZipped(res: express.Response, body: Buffer): void {
  res.set('content-encoding', 'gzip').type('application/json').send(body);
}

function etagOf(version: ViewVersion, url: string): string {
  const hash = createHash('sha256')
    .update(JSON.stringify([version.key, url]))
    .digest('base64url');
  return `W/"${hash}"`;
}

function isNamed(etag: string, header: string | undefined): boolean {
  return (header ?? '').split(',').some(name => name.trim() === etag);
}
