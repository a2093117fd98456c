import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { ClusterCore } from '../ClusterCore';
import { unauthorized } from '../errors';
import { TokenUser } from '../types';
import { parseRequestInfo } from './parseRequestInfo';
import { sendError, sendText } from './respond';
import { servePath } from './servePath';
import { serveResource } from './serveResource';

export interface RequestHandlerOptions {
  core: ClusterCore;
  users: TokenUser[];
  signal: AbortSignal;
  log: (line: string) => void;
}

/** Who asks, whether they may, and what the answer is. */
export function createRequestHandler({
  core,
  users,
  signal,
  log,
}: RequestHandlerOptions): RequestListener {
  const hosts = ['127.0.0.1', 'localhost', core.name];

  async function handle(incoming: IncomingMessage, response: ServerResponse) {
    const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
    if (!hosts.includes(host)) {
      sendText(response, 'unknown host\n', 421);
      return;
    }
    const url = new URL(incoming.url ?? '/', 'https://localhost');
    const info = parseRequestInfo(incoming.method ?? 'GET', url);
    const token = /^Bearer (.+)$/.exec(incoming.headers.authorization ?? '');
    const user = users.find(known => known.token === token?.[1]);
    if (!user) {
      throw unauthorized();
    }
    const request = { incoming, response, url, info, user, signal };
    if (info.type === 'path') {
      servePath(core, request);
    } else {
      await serveResource(core, request);
    }
  }

  return (incoming, response) => {
    handle(incoming, response).catch(error => {
      if (!('code' in error)) {
        log(`${incoming.method} ${incoming.url}: ${error.stack}`);
      }
      sendError(response, error);
    });
  };
}
