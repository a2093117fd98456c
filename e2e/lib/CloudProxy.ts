import http from 'node:http';
import type { AddressInfo } from 'node:net';

const ORDERS = '/container-infra/v1/clusters';

/**
 * A way to the cloud that notes what was ordered and can lose the answer: the
 * cloud has accepted, and nobody hears of it.
 */
export class CloudProxy {
  /** Clusters that the cloud has accepted, by name, in order. */
  readonly accepted: string[] = [];
  /** Tokens that went through. */
  readonly tokens = new Set<string>();
  readonly #upstream: string;
  readonly #server: http.Server;
  #lose: ((uuid: string) => void) | undefined;

  static async open(upstream: string): Promise<CloudProxy> {
    const proxy = new CloudProxy(upstream);
    await new Promise<void>(resolve => {
      proxy.#server.listen(0, '127.0.0.1', resolve);
    });
    return proxy;
  }

  private constructor(upstream: string) {
    this.#upstream = upstream;
    this.#server = http.createServer(async (request, response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) {
        chunks.push(chunk);
      }
      await this.#pass(request, Buffer.concat(chunks), response);
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The answer to the next order gets lost; resolves when the cloud has accepted it. */
  loseNextAnswer(): Promise<string> {
    return new Promise(resolve => {
      this.#lose = resolve;
    });
  }

  async close(): Promise<void> {
    const closed = new Promise(resolve => {
      this.#server.close(resolve);
    });
    this.#server.closeAllConnections();
    await closed;
  }

  async #pass(
    request: http.IncomingMessage,
    body: Buffer,
    response: http.ServerResponse,
  ): Promise<void> {
    const answer = await this.#ask(request, body);
    for (const token of [
      request.headers['x-auth-token'],
      answer.headers['x-subject-token'],
    ]) {
      if (token) {
        this.tokens.add(String(token));
      }
    }
    if (
      request.method === 'POST' &&
      request.url === ORDERS &&
      answer.status === 202
    ) {
      this.accepted.push(JSON.parse(String(body)).name);
      const lose = this.#lose;
      this.#lose = undefined;
      if (lose) {
        lose(JSON.parse(answer.text).uuid);
        return;
      }
    }
    const { 'transfer-encoding': _, ...headers } = answer.headers;
    // The catalogue leads back to us.
    const text = answer.text.replaceAll(this.#upstream, this.url);
    response.writeHead(answer.status, {
      ...headers,
      'content-length': Buffer.byteLength(text),
    });
    response.end(text);
  }

  #ask(
    { headers, method, url }: http.IncomingMessage,
    body: Buffer,
  ): Promise<{
    status: number;
    headers: http.IncomingHttpHeaders;
    text: string;
  }> {
    const { host } = new URL(this.#upstream);
    return new Promise((resolve, reject) => {
      http
        .request(
          `${this.#upstream}${url}`,
          { method, headers: { ...headers, host } },
          async answer => {
            answer.setEncoding('utf8');
            let text = '';
            for await (const chunk of answer) {
              text += chunk;
            }
            resolve({
              status: answer.statusCode ?? 0,
              headers: answer.headers,
              text,
            });
          },
        )
        .on('error', reject)
        .end(body);
    });
  }
}
