import { ServerResponse } from 'node:http';
import { ClusterCore } from '../ClusterCore';
import { StatusError } from '../errors';
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
const HEADERS = {
  'content-type': 'application/json',
  'cache-control': 'no-cache, private',
  'transfer-encoding': 'chunked',
};

/** Streams events, one JSON line each, until the time-out, the caller's end or the kind's. */
export function serveWatch(
  core: ClusterCore,
  options: ServeWatchOptions,
): void {
  try {
    stream(core, options);
  } catch (error) {
    if (!(error instanceof StatusError) || error.code !== 410) {
      throw error;
    }
    // As upstream: that a version is forgotten is an event, not an answer.
    const status = JSON.stringify(error.toStatus());
    options.response.writeHead(200, HEADERS);
    options.response.end(`{"type":"ERROR","object":${status}}\n`);
  }
}

function stream(
  core: ClusterCore,
  { request, timeoutSeconds, response, signal, render }: ServeWatchOptions,
) {
  const early: string[] = [];
  const write = (line: string) => {
    if (!response.headersSent) {
      early.push(line);
      return;
    }
    response.write(line);
    if (response.writableLength > MAX_UNSENT_BYTES) {
      response.destroy();
    }
  };
  // May refuse, so nothing is sent before it returns.
  const watch = watchObjects(core, request, {
    event: (type, object) =>
      write(`{"type":"${type}","object":${render(object)}}\n`),
    end,
  });
  response.writeHead(200, HEADERS);
  response.flushHeaders();
  early.forEach(line => response.write(line));

  const bookmark = () => request.allowBookmarks && watch.bookmark();
  const bookmarks = setInterval(bookmark, BOOKMARK_MS);
  const timeout = setTimeout(() => {
    bookmark();
    end();
  }, 1000 * (timeoutSeconds || MIN_TIMEOUT_S * (1 + Math.random())));
  function stop() {
    watch.stop();
    clearInterval(bookmarks);
    clearTimeout(timeout);
    signal.removeEventListener('abort', end);
  }
  function end() {
    // A write after the end would be an error.
    stop();
    response.end();
  }
  response.on('close', stop);
  signal.addEventListener('abort', end);
}
