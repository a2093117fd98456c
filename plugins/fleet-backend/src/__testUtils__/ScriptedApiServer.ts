import http, { IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo } from 'node:net';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';

/** What is asked for: lists and watches of one resource, or the rest. */
export type Asked = 'list' | 'watch' | 'identity' | 'discovery' | 'other';

/** A request that a test answers as it likes. */
export class Exchange {
  readonly asked: Asked;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly headers: IncomingMessage['headers'];
  /** Resolves when the client goes away or the answer has been sent. */
  readonly closed: Promise<void>;
  readonly #response: ServerResponse;

  constructor(request: IncomingMessage, response: ServerResponse) {
    const url = new URL(request.url ?? '/', 'http://localhost');
    this.path = url.pathname;
    this.query = url.searchParams;
    this.headers = request.headers;
    this.asked = askedFor(this.path, this.query);
    this.#response = response;
    this.closed = new Promise(resolve => {
      response.on('close', () => resolve());
    });
  }

  /** The last part of the path. */
  get plural(): string {
    return this.path.slice(this.path.lastIndexOf('/') + 1);
  }

  answer(
    status: number,
    body: unknown,
    headers: Record<string, string> = {},
  ): void {
    this.#response.writeHead(status, {
      'content-type': 'application/json',
      ...headers,
    });
    this.#response.end(typeof body === 'string' ? body : JSON.stringify(body));
  }

  /** A `Status` as the real servers send it. */
  refuse(code: number, message: string, headers?: Record<string, string>) {
    this.answer(code, statusOf(code, message), headers);
  }

  async answerZipped(body: unknown): Promise<void> {
    const zipped = await promisify(gzip)(JSON.stringify(body));
    this.#response.writeHead(200, {
      'content-type': 'application/json',
      'content-encoding': 'gzip',
    });
    this.#response.end(zipped);
  }

  /** Events of a watch, each on a line. */
  send(...events: unknown[]): void {
    this.sendRaw(events.map(event => `${JSON.stringify(event)}\n`).join(''));
  }

  sendRaw(text: string): void {
    if (!this.#response.headersSent) {
      this.#response.writeHead(200, { 'content-type': 'application/json' });
    }
    this.#response.flushHeaders();
    this.#response.write(text);
  }

  end(): void {
    this.#response.end();
  }

  /** As when a network drops the connection. */
  reset(): void {
    this.#response.socket?.resetAndDestroy();
  }
}

/** A `Status` object. */
export function statusOf(code: number, message: string) {
  return { kind: 'Status', apiVersion: 'v1', status: 'Failure', message, code };
}

const CLUSTER_UID = 'cluster-uid';

/**
 * An API server whose every list and watch a test answers itself. Who it is and
 * what it serves it tells alone, unless a test says otherwise.
 */
export class ScriptedApiServer {
  uid = CLUSTER_UID;
  /** How it answers to who it is; without a body as it should. */
  identity: { status: number; body?: unknown } = { status: 200 };
  /** What is served: `/apis/<group>/<version>` to plurals. */
  served: Record<string, string[]> = {};
  /** Taken over by the test. */
  readonly scripted = new Set<Asked>(['list', 'watch']);
  /** All requests so far. */
  readonly log: string[] = [];
  readonly #server: http.Server;
  #waiting: Exchange[] = [];
  #listeners: (() => void)[] = [];

  static async start(port = 0): Promise<ScriptedApiServer> {
    const server = new ScriptedApiServer();
    await new Promise<void>(resolve => {
      server.#server.listen(port, '127.0.0.1', resolve);
    });
    return server;
  }

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const exchange = new Exchange(request, response);
      this.log.push(`${exchange.asked} ${request.url}`);
      if (this.scripted.has(exchange.asked)) {
        this.#waiting.push(exchange);
        this.#listeners.forEach(listener => listener());
      } else {
        this.#answer(exchange);
      }
    });
  }

  get port(): number {
    return (this.#server.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** The next request of this kind, as soon as it comes. */
  next(asked: Asked, plural?: string): Promise<Exchange> {
    return new Promise(resolve => {
      const listener = () => {
        const found = this.#waiting.find(
          one => one.asked === asked && (!plural || one.plural === plural),
        );
        if (found) {
          this.#waiting = this.#waiting.filter(one => one !== found);
          this.#listeners = this.#listeners.filter(one => one !== listener);
          resolve(found);
        }
      };
      this.#listeners.push(listener);
      listener();
    });
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(exchange: Exchange): void {
    const plurals = this.served[exchange.path];
    if (exchange.asked === 'identity') {
      const { status, body } = this.identity;
      exchange.answer(status, body ?? { metadata: { uid: this.uid } });
    } else if (exchange.asked === 'discovery' && plurals) {
      exchange.answer(200, { resources: plurals.map(name => ({ name })) });
    } else {
      exchange.refuse(404, `nothing at ${exchange.path}`);
    }
  }
}

function askedFor(path: string, query: URLSearchParams): Asked {
  if (path === '/api/v1/namespaces/kube-system') {
    return 'identity';
  }
  if (/^\/(api\/[^/]+|apis\/[^/]+\/[^/]+)$/.test(path)) {
    return 'discovery';
  }
  if (/^\/(api|apis)\//.test(path)) {
    return query.get('watch') ? 'watch' : 'list';
  }
  return 'other';
}
