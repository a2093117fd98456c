import http from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';

/** An HTTP proxy that makes tunnels. */
export class FakeProxy {
  /** Where tunnels were asked to. */
  readonly tunnels: string[] = [];
  /** It lets nobody through. */
  refuses = false;
  readonly #server = http.createServer();
  readonly #sockets = new Set<Socket>();

  static async start(): Promise<FakeProxy> {
    const proxy = new FakeProxy();
    await new Promise<void>(resolve =>
      proxy.#server.listen(0, '127.0.0.1', resolve),
    );
    return proxy;
  }

  private constructor() {
    this.#server.on('connect', (request, client: Socket) => {
      const target = request.url ?? '';
      this.tunnels.push(target);
      this.#keep(client);
      if (this.refuses) {
        client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
        return;
      }
      const [host, port] = target.split(':');
      const upstream = connect(Number(port), host, () => {
        client.write('HTTP/1.1 200 Connection established\r\n\r\n');
        upstream.pipe(client);
        client.pipe(upstream);
      });
      this.#keep(upstream);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #keep(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => this.#sockets.delete(socket));
  }
}
