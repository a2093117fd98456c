import { EventEmitter, once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import { CloudDefinition } from '..';
import { tokenBody } from './tokenBody';

/** What a cloud was asked. */
export interface SeenRequest {
  /** Method and path, without the query. */
  route: string;
  query: URLSearchParams;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** What it answers; a function does it itself. */
export type Reply =
  | { status?: number; headers?: Record<string, string>; body?: unknown }
  | ((response: ServerResponse, request: SeenRequest) => void);

/** Of the password that is right. */
export const PASSWORD = 'correct-horse';

const ROOT = {
  versions: [
    {
      id: 'v1',
      status: 'CURRENT',
      min_version: '1.1',
      max_version: '1.10',
      links: [],
    },
  ],
};

/** An OpenStack on a port of its own that answers as a test tells it. */
export class ScriptedCloud {
  readonly #server: Server;
  readonly #arrived = new EventEmitter();
  readonly #replies = new Map<string, Reply[]>();
  readonly requests: SeenRequest[] = [];
  #logins = 0;

  static async start(): Promise<ScriptedCloud> {
    const cloud = new ScriptedCloud();
    cloud.#server.listen(0, '127.0.0.1');
    await once(cloud.#server, 'listening');
    cloud.reply('GET /container-infra/', { body: ROOT });
    return cloud;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#answer(request, response).catch(error => response.destroy(error));
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** Answers a route with each of them in turn, and then with the last. */
  reply(route: string, ...replies: Reply[]): void {
    this.#replies.set(route, replies);
  }

  /** How often a route was asked for. */
  count(route: string): number {
    return this.requests.filter(request => request.route === route).length;
  }

  /** Waits until a route was asked for so often. */
  async asked(route: string, times = 1): Promise<void> {
    while (this.count(route) < times) {
      await once(this.#arrived, 'request');
    }
  }

  definition(changes: Partial<CloudDefinition> = {}): CloudDefinition {
    return {
      name: 'acme',
      authUrl: `${this.url}/identity/v3`,
      credential: {
        type: 'password',
        user: { name: 'slipway', domainId: 'default' },
        password: PASSWORD,
        project: { name: 'acme', domainId: 'default' },
      },
      region: 'RegionOne',
      ...changes,
    };
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #answer(
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const { pathname, searchParams } = new URL(incoming.url!, this.url);
    const text = Buffer.concat(chunks).toString();
    const request: SeenRequest = {
      route: `${incoming.method} ${pathname}`,
      query: searchParams,
      headers: incoming.headers,
      body: text ? JSON.parse(text) : undefined,
    };
    this.requests.push(request);
    const reply = this.#next(request.route);
    if (typeof reply === 'function') {
      reply(response, request);
    } else {
      send(response, reply);
    }
    this.#arrived.emit('request');
  }

  #next(route: string): Reply {
    const replies = this.#replies.get(route);
    if (replies) {
      return replies.length > 1 ? replies.shift()! : replies[0];
    }
    if (route === 'POST /identity/v3/auth/tokens') {
      this.#logins += 1;
      return {
        status: 201,
        headers: { 'x-subject-token': `token-number-${this.#logins}` },
        body: tokenBody(this.url),
      };
    }
    return {
      status: 404,
      body: { errors: [{ status: 404, title: '', detail: `No ${route}` }] },
    };
  }
}

function send(
  response: ServerResponse,
  reply: Exclude<Reply, (...args: never[]) => void>,
): void {
  const { status = 200, headers = {}, body } = reply;
  const text = typeof body === 'string' ? body : JSON.stringify(body ?? {});
  response.writeHead(status, {
    'content-type': 'application/json',
    'x-openstack-request-id': 'req-scripted',
    ...headers,
  });
  response.end(status === 204 ? undefined : text);
}
