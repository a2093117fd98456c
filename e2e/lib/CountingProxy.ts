import net from 'node:net';

/** A TCP port in front of another, which counts what clients send through it. */
export class CountingProxy {
  /** Bytes that came from clients so far. */
  sent = 0;
  readonly #sockets = new Set<net.Socket>();
  readonly #server: net.Server;

  static async open(target: string): Promise<CountingProxy> {
    const { hostname, port } = new URL(target);
    const proxy = new CountingProxy(hostname, Number(port));
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(host: string, port: number) {
    this.#server = net.createServer(client => {
      const upstream = net.connect(port, host);
      client.on('data', chunk => {
        this.sent += chunk.length;
      });
      client.pipe(upstream).pipe(client);
      for (const [one, other] of [
        [client, upstream],
        [upstream, client],
      ]) {
        this.#sockets.add(one);
        one.on('error', () => other.destroy());
        one.on('close', () => {
          this.#sockets.delete(one);
          other.destroy();
        });
      }
    });
  }

  get url(): string {
    const { port } = this.#server.address() as net.AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => {
      this.#server.close(resolve);
    });
    this.#sockets.forEach(socket => socket.destroy());
    await closed;
  }
}
