import { ServerResponse } from 'node:http';
import { ClusterCore } from '../ClusterCore';
import { watchObjects, WatchRequest } from '../operations/watchObjects';
import { StoredObject } from '../types';

export interface ServeWatchOptions {
  request: WatchRequest;
  timeoutSeconds?: number;
  response: ServerResponse;
  signal: AbortSignal;
  /** How an object is written; rows of a table for `kubectl get -w`. */
  render: (object: StoredObject) => string;
}

const BOOKMARK_MS = 60_000;
const MIN_TIMEOUT_S = 1800;
const MAX_UNSENT_BYTES = 64 * 1024 * 1024;

/** Streams events, one JSON line each, until the time-out or the caller's end. */
export function serveWatch(
  core: ClusterCore,
  { request, timeoutSeconds, response, signal, render }: ServeWatchOptions,
): void {
  const pending: string[] = [];
  const write = (line: string) => {
    if (response.headersSent) {
      response.write(line);
      if (response.writableLength > MAX_UNSENT_BYTES) {
        response.destroy();
      }
    } else {
      pending.push(line);
    }
  };
  // May refuse, so nothing is sent before it returns.
  const watch = watchObjects(core, request, {
    event: (type, object) =>
      write(`{"type":"${type}","object":${render(object)}}\n`),
  });
  response.writeHead(200, {
    'content-type': 'application/json',
    'cache-control': 'no-cache, private',
    'transfer-encoding': 'chunked',
  });
  response.flushHeaders();
  pending.forEach(line => response.write(line));

  const bookmarks = setInterval(
    () => request.allowBookmarks && watch.bookmark(),
    BOOKMARK_MS,
  );
  const end = setTimeout(() => {
    if (request.allowBookmarks) {
      watch.bookmark();
    }
    response.end();
  }, 1000 * (timeoutSeconds || MIN_TIMEOUT_S * (1 + Math.random())));
  const stop = () => {
    watch.stop();
    clearInterval(bookmarks);
    clearTimeout(end);
  };
  response.on('close', stop);
  signal.addEventListener('abort', () => response.end(), { once: true });
}
