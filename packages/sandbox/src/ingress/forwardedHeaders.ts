import { IncomingMessage, OutgoingHttpHeaders } from 'node:http';
import { TLSSocket } from 'node:tls';

const HOP_BY_HOP = [
  'connection',
  'expect',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'te',
  'trailer',
  'upgrade',
];

/** The headers of a request on its way to a pod. */
export function forwardedHeaders(
  request: IncomingMessage,
  localPort: number,
): OutgoingHttpHeaders {
  const client = request.socket.remoteAddress ?? '';
  const before = request.headers['x-forwarded-for'];
  const kept = Object.entries(request.headers).filter(
    ([name]) => !HOP_BY_HOP.includes(name),
  );
  return {
    ...Object.fromEntries(kept),
    // With the port: here it is not the one that a browser would guess.
    host: request.headers.host,
    'x-real-ip': client,
    'x-forwarded-for': before ? `${before}, ${client}` : client,
    'x-forwarded-host': request.headers.host,
    'x-forwarded-port': String(localPort),
    'x-forwarded-proto': request.socket instanceof TLSSocket ? 'https' : 'http',
  };
}
