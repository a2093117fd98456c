import { createServer } from 'node:http';
import { AddressInfo, connect, Socket } from 'node:net';

/** An HTTP proxy that knows nothing but tunnels. */
export class TestProxy {
  /** Where to, in order, with what the client proved itself by. */
  readonly tunnels: { to: string; authorization?: string }[] = [];
  /** What it says instead of making a tunnel. */
  refusal: string | undefined;
  host = '';
  readonly #server = createServer();
  readonly #sockets = new Set<Socket>();

  static async start(): Promise<TestProxy> {
    const proxy = new TestProxy();
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    const { port } = proxy.#server.address() as AddressInfo;
    proxy.host = `127.0.0.1:${port}`;
    return proxy;
  }

  private constructor() {
    this.#server.on('connect', ({ headers, url = '' }, client: Socket) => {
      const authorization = headers['proxy-authorization'];
      this.tunnels.push({ to: url, ...(authorization && { authorization }) });
      this.#hold(client);
      if (this.refusal) {
        client.end(`HTTP/1.1 ${this.refusal}\r\n\r\n`);
        return;
      }
      const { hostname, port } = new URL(`http://${url}`);
      const server = connect(Number(port), hostname);
      this.#hold(server);
      server.once('connect', () => {
        client.write('HTTP/1.1 200 OK\r\n\r\n');
        client.pipe(server).pipe(client);
      });
      server.once('error', () => client.destroy());
    });
  }

  get url(): string {
    return `http://${this.host}`;
  }

  async close(): Promise<void> {
    this.#sockets.forEach(socket => socket.destroy());
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #hold(socket: Socket): void {
    this.#sockets.add(socket);
    socket.on('error', () => undefined);
    socket.once('close', () => this.#sockets.delete(socket));
  }
}
