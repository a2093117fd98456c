import { Readable } from 'node:stream';
import { textOf } from '@slipway/backstage-plugin-fleet-node';
import { ItemSplitter } from '../stream/ItemSplitter';
import { Watchdog } from '../stream/Watchdog';
import { ObjectFeed } from './ObjectFeed';
import { openStream } from './openStream';
import { Failure } from './Outcome';
import { parseObject } from './parseObject';
import { RequestContext } from './RequestContext';
import { Slot } from './Slot';
import { collectionPath, Collection } from './Collection';

/** What is listed, and where it goes. */
export interface ListObjectsOptions extends RequestContext {
  collection: Collection;
  feed: ObjectFeed;
  slot: Slot;
}

const PAGE = 500;
const MAX_OBJECT_BYTES = 8 * 1024 * 1024;
const FIRST_BYTE_MS = 60_000;
const BETWEEN_BYTES_MS = 30_000;
/** How long others may be let through first. */
const LONGEST_TURN_MS = 300_000;

/**
 * Reads all objects in pages, each object for itself.
 *
 * @returns the version from which to watch
 */
export async function listObjects(
  options: ListObjectsOptions,
): Promise<{ resourceVersion: string } | Failure> {
  const paged = await listAll(options, PAGE);
  // Pages of a list that takes too long expire. One answer is always whole, and
  // reading it object by object costs no memory.
  return 'kind' in paged && paged.kind === 'expired'
    ? listAll(options, undefined)
    : paged;
}

async function listAll(
  options: ListObjectsOptions,
  limit: number | undefined,
): Promise<{ resourceVersion: string } | Failure> {
  const { collection, feed } = options;
  feed.beginList();
  let next: string | undefined;
  for (;;) {
    const page = await openStream({
      ...options,
      path: collectionPath(collection, {
        limit: limit?.toString(),
        continue: next,
      }),
      headers: { 'accept-encoding': 'gzip' },
      allowanceMs: FIRST_BYTE_MS,
      read: (body, watchdog) => readPage(body, watchdog, options),
    });
    if ('kind' in page) {
      return page;
    }
    const { resourceVersion, continueToken } = page.read;
    next = continueToken;
    if (!next) {
      feed.endList();
      return { resourceVersion };
    }
  }
}

async function readPage(
  body: Readable,
  watchdog: Watchdog,
  options: ListObjectsOptions,
): Promise<{ resourceVersion: string; continueToken: string | undefined }> {
  const { feed, slot } = options;
  const splitter = ItemSplitter.create({ maxBytes: MAX_OBJECT_BYTES });
  for await (const chunk of body) {
    options.heard();
    watchdog.heard(LONGEST_TURN_MS);
    await slot.turn();
    watchdog.heard(BETWEEN_BYTES_MS);
    for (const item of splitter.push(chunk)) {
      const object = 'bytes' in item ? parseObject(item.bytes) : undefined;
      if (object) {
        feed.upsert(object);
      } else if ('skipped' in item) {
        feed.skip(item);
      }
    }
  }
  const bytes = splitter.envelope();
  const envelope = bytes && parseObject(bytes);
  const resourceVersion = textOf(envelope, 'metadata', 'resourceVersion');
  if (!resourceVersion) {
    throw new Error('the list ended before its end');
  }
  return {
    resourceVersion,
    continueToken: textOf(envelope, 'metadata', 'continue'),
  };
}
