import http, { IncomingMessage, ServerResponse } from 'node:http';
import { sendErrorPage } from './errorPage';
import { LocationSettings } from './locationSettings';
import { forwardedHeaders } from './forwardedHeaders';

export interface ForwardOptions {
  request: IncomingMessage;
  response: ServerResponse;
  /** The ports of 127.0.0.1 to try, in this order. */
  ports: number[];
  settings: LocationSettings;
  /** The proxy's own port. */
  localPort: number;
}

/** Hands a request on to the first port that takes it. */
export function forward(options: ForwardOptions): void {
  try {
    send(options);
  } catch {
    // A line or header that Node's client does not let through.
    sendErrorPage(options.response, 400);
  }
}

function send(options: ForwardOptions): void {
  const { request, response, ports, settings } = options;
  const length = Number(request.headers['content-length'] ?? 0);
  if (settings.maxBodyBytes && length > settings.maxBodyBytes) {
    // What is still on its way is not read.
    response.setHeader('connection', 'close');
    sendErrorPage(response, 413);
    return;
  }
  const [port, ...others] = ports;
  if (port === undefined) {
    sendErrorPage(response, 502);
    return;
  }
  const upstream = http.request({
    host: '127.0.0.1',
    port,
    // As NGINX: a kept connection could be to a pod that is just ending.
    agent: false,
    method: request.method,
    path: request.url,
    headers: forwardedHeaders(request, options.localPort),
    setHost: false,
  });
  let connected = false;
  upstream.on('socket', socket => {
    socket.once('connect', () => {
      connected = true;
      request.pipe(upstream);
    });
  });
  upstream.setTimeout(settings.readTimeoutMs, () => {
    upstream.destroy();
    sendErrorPage(response, 504);
  });
  upstream.on('response', answer => {
    answer.on('error', () => response.destroy());
    try {
      response.writeHead(answer.statusCode!, answer.statusMessage, [
        ...withoutHopByHop(answer.rawHeaders),
        'server',
        'nginx',
      ]);
    } catch {
      // Such as a status of 0: nothing that a pod says may end the sandbox.
      upstream.destroy();
      sendErrorPage(response, 502);
      return;
    }
    response.flushHeaders();
    answer.pipe(response);
  });
  upstream.on('error', () => {
    if (response.headersSent || response.destroyed) {
      response.destroy();
    } else if (!connected && others.length) {
      // Nothing was sent yet: the next one may answer.
      forward({ ...options, ports: others });
    } else {
      sendErrorPage(response, 502);
    }
  });
  response.on('close', () => upstream.destroy());
}

const DROPPED = ['connection', 'keep-alive', 'transfer-encoding', 'server'];

function withoutHopByHop(rawHeaders: string[]): string[] {
  return rawHeaders.filter(
    (_, i) => !DROPPED.includes(rawHeaders[i - (i % 2)].toLowerCase()),
  );
}
