import { once } from 'node:events';
import {
  createServer,
  IncomingMessage,
  Server,
  ServerResponse,
} from 'node:http';
import { AddressInfo } from 'node:net';
import {
  CloudDefinition,
  Clouds,
} from '@slipway/backstage-plugin-openstack-node';
import { answerMagnum } from './answerMagnum';
import { FakeAnswer } from './FakeAnswer';
import { FakeMagnum } from './FakeMagnum';
import { fakeNeighbours } from './fakeNeighbours';
import { Patience } from './Patience';

export const PASSWORD = 'a-very-secret-password';

/** What goes wrong with a request. */
export interface Disturbance {
  /** Absent: the connection ends without an answer; `never`: it does not even end. */
  answer?: FakeAnswer | 'never';
  /** Whether it is done all the same. Default: false. */
  done?: boolean;
  /** Default: 1. */
  times?: number;
}

const MAGNUM = '/container-infra/v1/';

/** An OpenStack on a port of its own that keeps clusters in memory. */
export class FakeOpenStack {
  readonly magnum = new FakeMagnum();
  /** Method and path of all but logins. */
  readonly requests: string[] = [];
  readonly #patience = Patience.create();
  readonly #server: Server;
  readonly #disturbances = new Map<string, Disturbance>();
  readonly #clouds: Clouds[] = [];
  #neighbours: Record<string, FakeAnswer> = {};
  #from?: { answers: number; disturbance: Disturbance };

  static async start(): Promise<FakeOpenStack> {
    const cloud = new FakeOpenStack();
    cloud.#server.listen(0, '127.0.0.1');
    await once(cloud.#server, 'listening');
    cloud.#neighbours = fakeNeighbours(cloud.#url);
    const labels = (kubeTag: string) => ({ kube_tag: kubeTag });
    cloud.magnum.putTemplate({
      name: 'k8s-v1.35',
      labels: labels('v1.35.4'),
    });
    cloud.magnum.putTemplate({
      name: 'k8s-v1.36',
      image_id: 'image-136',
      labels: labels('v1.36.1'),
    });
    return cloud;
  }

  private constructor() {
    this.#server = createServer((request, response) => {
      this.#serve(request, response).catch(error => response.destroy(error));
    });
  }

  get #url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** What changed something, or would have. */
  get writes(): string[] {
    return this.requests.filter(request => !request.startsWith('GET '));
  }

  count(request: string): number {
    return this.requests.filter(seen => seen === request).length;
  }

  /** Changes what a service beside Magnum says. */
  say(request: string, answer: FakeAnswer): void {
    this.#neighbours[request] = answer;
  }

  /** Lets a request go wrong, by method and the path below Magnum's `/v1`. */
  disturb(request: string, disturbance: Disturbance): void {
    const [method, path] = request.split(' ');
    const key = path.startsWith('/') ? request : `${method} ${MAGNUM}${path}`;
    this.#disturbances.set(key, { times: 1, ...disturbance });
  }

  /** Lets all of Magnum's answers go wrong, after so many that do not. */
  disturbFrom(answers: number, disturbance: Disturbance): void {
    this.#from = { answers, disturbance };
  }

  /** Nothing goes wrong any more. */
  recover(): void {
    this.#from = undefined;
    this.#disturbances.clear();
  }

  clouds(changes: Partial<CloudDefinition>[] = [{}]): Clouds {
    const clouds = Clouds.create(
      changes.map(change => ({
        name: 'acme',
        authUrl: `${this.#url}/identity/v3`,
        credential: {
          type: 'password',
          user: { name: 'slipway', domainId: 'default' },
          password: PASSWORD,
          project: { name: 'acme', domainId: 'default' },
        },
        region: 'RegionOne',
        ...change,
      })),
      { clock: this.#patience },
    );
    this.#clouds.push(clouds);
    return clouds;
  }

  async stop(): Promise<void> {
    await Promise.all(this.#clouds.map(clouds => clouds.close()));
    this.#server.closeAllConnections();
    this.#server.close();
    await once(this.#server, 'close');
  }

  async #serve(
    incoming: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const chunks: Buffer[] = [];
    for await (const chunk of incoming) {
      chunks.push(chunk);
    }
    const { pathname } = new URL(incoming.url!, this.#url);
    const request = `${incoming.method} ${pathname}`;
    if (!pathname.startsWith('/identity/')) {
      this.requests.push(request.replace(MAGNUM, ''));
    }
    const disturbance = this.#takeDisturbance(request);
    const text = Buffer.concat(chunks).toString();
    const answer =
      disturbance && !disturbance.done
        ? undefined
        : this.#answer(request, text ? JSON.parse(text) : undefined);
    if (disturbance?.answer === 'never') {
      this.#patience.keepSilent(response);
    } else {
      send(response, disturbance ? disturbance.answer : answer);
    }
  }

  #takeDisturbance(request: string): Disturbance | undefined {
    if (this.#from && request.includes(` ${MAGNUM}`)) {
      this.#from.answers -= 1;
      return this.#from.answers < 0 ? this.#from.disturbance : undefined;
    }
    const found = this.#disturbances.get(request);
    if (!found?.times) {
      return undefined;
    }
    found.times -= 1;
    return found;
  }

  #answer(request: string, body: unknown): FakeAnswer {
    const known = this.#neighbours[request];
    if (known) {
      return known;
    }
    const [method, path] = request.split(' ');
    return answerMagnum(this.magnum, {
      method,
      path: path.slice(MAGNUM.length).split('/'),
      body,
    });
  }
}

function send(response: ServerResponse, answer: FakeAnswer | undefined): void {
  if (!answer) {
    response.destroy();
    return;
  }
  const { status, body } = answer;
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  response.writeHead(status, {
    'content-type': typeof body === 'string' ? 'text/html' : 'application/json',
    'x-subject-token': 'token-of-the-fake',
    'x-openstack-request-id': 'req-1',
  });
  response.end(body === undefined ? undefined : text);
}
