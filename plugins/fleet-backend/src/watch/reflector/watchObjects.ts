import { Readable } from 'node:stream';
import {
  KubernetesObject,
  numberOf,
  textOf,
} from '@slipway/backstage-plugin-fleet-node';
import { LineSplitter } from '../stream/LineSplitter';
import { Watchdog } from '../stream/Watchdog';
import { Collection, collectionPath } from './Collection';
import { judgeStatus } from './judgeStatus';
import { ObjectFeed } from './ObjectFeed';
import { openStream } from './openStream';
import { Outcome } from './Outcome';
import { objectAt, parseObject } from './parseObject';
import { RequestContext } from './RequestContext';
import { Slot } from './Slot';

/** What is watched from where on, and who hears of it. */
export interface WatchObjectsOptions extends RequestContext {
  collection: Collection;
  feed: ObjectFeed;
  /** Go on from a version, or have all objects streamed first. */
  from: { resourceVersion: string } | { slot: Slot };
  /** The server agreed. */
  opened(): void;
  /** Everything up to this version was told. */
  position(resourceVersion: string): void;
  /** All objects that were there have been told. */
  synced(): void;
}

const MAX_LINE_BYTES = 8 * 1024 * 1024;
const ANSWER_MS = 30_000;
// Servers send a bookmark about once a minute.
const BETWEEN_EVENTS_MS = 150_000;
const WITHIN_LINE_MS = 30_000;
const WITHIN_LIST_MS = 20_000;
const LONGEST_TURN_MS = 300_000;
const INITIAL_EVENTS_END = 'k8s.io/initial-events-end';

/** Watches until the server or a fault ends it. */
export async function watchObjects(
  options: WatchObjectsOptions,
): Promise<Outcome> {
  const { collection, from, random } = options;
  const isList = 'slot' in from;
  const end = await openStream({
    ...options,
    path: collectionPath(collection, {
      watch: 'true',
      allowWatchBookmarks: 'true',
      timeoutSeconds: String(300 + Math.floor(random() * 300)),
      ...(isList
        ? { sendInitialEvents: 'true', resourceVersionMatch: 'NotOlderThan' }
        : { resourceVersion: from.resourceVersion }),
    }),
    headers: {},
    allowanceMs: ANSWER_MS,
    read: (body, watchdog) => readEvents(body, watchdog, options),
  });
  return 'read' in end ? end.read : end;
}

async function readEvents(
  body: Readable,
  watchdog: Watchdog,
  options: WatchObjectsOptions,
): Promise<Outcome> {
  const { feed, from } = options;
  let listing = 'slot' in from;
  const splitter = LineSplitter.create({ maxBytes: MAX_LINE_BYTES });
  watchdog.heard(listing ? WITHIN_LIST_MS : BETWEEN_EVENTS_MS);
  options.opened();
  if (listing) {
    feed.beginList();
  }
  for await (const chunk of body) {
    options.heard();
    if (listing && 'slot' in from) {
      watchdog.heard(LONGEST_TURN_MS);
      await from.slot.turn();
    }
    for (const line of splitter.push(chunk)) {
      if ('skipped' in line) {
        feed.skip(line);
        continue;
      }
      const event = parseObject(line.bytes) ?? {};
      const object = objectAt(event, 'object') ?? {};
      if (event.type === 'ERROR') {
        return judgeError(object);
      }
      apply(event.type, object, feed);
      if (listing && endsList(event.type, object)) {
        listing = false;
        feed.endList();
        options.synced();
      }
      const version = textOf(object, 'metadata', 'resourceVersion');
      if (!listing && version) {
        options.position(version);
      }
    }
    watchdog.heard(allowance(splitter.inLine, listing));
  }
  return splitter.inLine
    ? {
        kind: 'trouble',
        message: 'the connection ended in the middle of an event',
        opened: true,
      }
    : { kind: 'ended' };
}

function apply(
  type: unknown,
  object: KubernetesObject,
  feed: ObjectFeed,
): void {
  switch (type) {
    case 'ADDED':
    case 'MODIFIED':
      feed.upsert(object);
      break;
    case 'DELETED':
      feed.remove(object);
      break;
    default:
      break;
  }
}

function endsList(type: unknown, object: KubernetesObject): boolean {
  return (
    type === 'BOOKMARK' &&
    textOf(object, 'metadata', 'annotations', INITIAL_EVENTS_END) === 'true'
  );
}

function judgeError(status: KubernetesObject): Outcome {
  const outcome = judgeStatus({
    status: numberOf(status, 'code') ?? 0,
    body: status,
  });
  return outcome.kind === 'trouble' ? { ...outcome, opened: true } : outcome;
}

function allowance(inLine: boolean, listing: boolean): number {
  if (inLine) {
    return WITHIN_LINE_MS;
  }
  return listing ? WITHIN_LIST_MS : BETWEEN_EVENTS_MS;
}
