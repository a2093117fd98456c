import { STATUS_CODES } from 'node:http';
import { Duplex } from 'node:stream';
import { errorPage } from './errorPage';

/** Answers with NGINX's page where there is no response object, and hangs up. */
export function refuseSocket(socket: Duplex, status: number): void {
  if (!socket.writable) {
    socket.destroy();
    return;
  }
  const page = errorPage(status);
  const head = [
    `HTTP/1.1 ${status} ${STATUS_CODES[status]}`,
    'Server: nginx',
    'Content-Type: text/html',
    `Content-Length: ${page.length}`,
    'Connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${page}`);
}
