import http from 'node:http';
import { AddressInfo } from 'node:net';

/** An API server with one pod, or one that takes requests and says nothing. */
export class FakeApiServer {
  /** Paths and tokens of all requests. */
  readonly requests: { path: string; token?: string }[] = [];
  isSilent = false;
  readonly #server: http.Server;

  static async start(): Promise<FakeApiServer> {
    const server = new FakeApiServer();
    await new Promise<void>(resolve => {
      server.#server.listen(0, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const { pathname } = new URL(request.url ?? '/', 'http://localhost');
      this.requests.push({
        path: pathname,
        token: request.headers.authorization,
      });
      if (!this.isSilent) {
        const metadata = { name: 'shop-1', namespace: 'shop-dev' };
        const items = pathname === '/api/v1/pods' ? [{ metadata }] : [];
        response.setHeader('content-type', 'application/json');
        response.end(JSON.stringify({ kind: 'List', items }));
      }
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}
