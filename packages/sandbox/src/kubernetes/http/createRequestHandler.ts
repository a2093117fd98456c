import { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { authorize } from '../auth/authorize';
import { impersonate } from '../auth/impersonate';
import { readClientCertificate } from '../auth/readClientCertificate';
import { ApiServer } from './ApiServer';
import { parseRequestInfo } from './parseRequestInfo';
import { sendError, sendText } from './respond';
import { servePath } from './servePath';
import { serveResource } from './serveResource';

export interface RequestHandlerOptions {
  server: ApiServer;
  signal: AbortSignal;
  onRequest?: (user: string) => void;
  log: (line: string) => void;
}

/** Who asks, whether they may, and what the answer is. */
export function createRequestHandler({
  server,
  signal,
  onRequest,
  log,
}: RequestHandlerOptions): RequestListener {
  const { core, authenticator, rbac } = server;
  const hosts = ['127.0.0.1', 'localhost', core.name];

  async function handle(incoming: IncomingMessage, response: ServerResponse) {
    const host = (incoming.headers.host ?? '').replace(/:\d+$/, '');
    if (!hosts.includes(host)) {
      sendText(response, 'unknown host\n', 421);
      return;
    }
    const url = new URL(incoming.url ?? '/', 'https://localhost');
    const info = parseRequestInfo(incoming.method ?? 'GET', url);
    const user = impersonate(
      rbac,
      authenticator.identify({
        authorization: incoming.headers.authorization,
        certificate: readClientCertificate(incoming.socket),
      }),
      incoming.headers,
    );
    authorize(rbac, user, info);
    onRequest?.(user.name);
    const request = { incoming, response, url, info, user, signal };
    if (info.type === 'path') {
      servePath(core, request);
    } else {
      await serveResource(server, request);
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
