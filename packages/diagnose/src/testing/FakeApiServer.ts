import http from 'node:http';
import { AddressInfo } from 'node:net';

/** Answers a path with its query, `undefined` with 404. */
export type Answer = (
  url: URL,
) => { status: number; body: unknown } | undefined;

/** An API server that only answers. */
export class FakeApiServer {
  readonly requests: string[] = [];
  readonly #server: http.Server;

  static async start(answer: Answer): Promise<FakeApiServer> {
    const fake = new FakeApiServer(answer);
    await new Promise<void>(resolve =>
      fake.#server.listen(0, '127.0.0.1', resolve),
    );
    return fake;
  }

  private constructor(answer: Answer) {
    this.#server = http.createServer((request, response) => {
      const url = new URL(request.url ?? '/', 'http://server');
      this.requests.push(
        `${request.method} ${url.pathname} ${request.headers.authorization}`,
      );
      const { status, body } = answer(url) ?? {
        status: 404,
        body: { kind: 'Status', message: 'not found' },
      };
      response.writeHead(status, { 'content-type': 'application/json' });
      response.end(JSON.stringify(body));
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => {
      this.#server.close(resolve);
    });
  }
}
