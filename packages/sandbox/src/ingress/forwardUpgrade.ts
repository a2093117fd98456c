import http, { IncomingMessage } from 'node:http';
import { Duplex } from 'node:stream';
import { forwardedHeaders } from './forwardedHeaders';
import { refuseSocket } from './refuseSocket';

/** Hands a WebSocket on; both ends then talk through. */
export function forwardUpgrade(options: {
  request: IncomingMessage;
  socket: Duplex;
  /** What the client has sent already. */
  head: Buffer;
  port: number | undefined;
  localPort: number;
}): void {
  const { request, socket, head, port, localPort } = options;
  socket.on('error', () => {});
  if (port === undefined) {
    refuseSocket(socket, 502);
    return;
  }
  const upstream = http.request({
    host: '127.0.0.1',
    port,
    agent: false,
    method: request.method,
    path: request.url,
    headers: {
      ...forwardedHeaders(request, localPort),
      connection: 'upgrade',
      upgrade: request.headers.upgrade,
    },
    setHost: false,
  });
  upstream.on('upgrade', (answer, other, otherHead) => {
    socket.write(`${headOf(answer)}\r\n\r\n`);
    socket.write(otherHead);
    other.write(head);
    other.on('error', () => socket.destroy());
    other.on('close', () => socket.destroy());
    socket.on('close', () => other.destroy());
    other.pipe(socket).pipe(other);
  });
  upstream.on('response', answer => {
    socket.write(`${headOf(answer)}\r\nConnection: close\r\n\r\n`);
    answer.pipe(socket);
  });
  upstream.on('error', () => refuseSocket(socket, 502));
  socket.on('close', () => upstream.destroy());
  upstream.end();
}

function headOf(answer: IncomingMessage): string {
  const lines = [`HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}`];
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    const [name, value] = answer.rawHeaders.slice(i, i + 2);
    const own = ['transfer-encoding', 'keep-alive'];
    if (!own.includes(name.toLowerCase())) {
      lines.push(`${name}: ${value}`);
    }
  }
  return lines.join('\r\n');
}
