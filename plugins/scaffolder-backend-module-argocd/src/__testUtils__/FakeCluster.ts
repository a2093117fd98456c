import { randomBytes } from 'node:crypto';
import { IncomingMessage } from 'node:http';
import https from 'node:https';
import { AddressInfo } from 'node:net';
import { TLSSocket } from 'node:tls';
import { KubernetesObject } from '../hubs';
import { FakeAuthority } from './FakeAuthority';

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  verbs: string[];
}

interface StoredObject extends KubernetesObject {
  data?: { token?: string };
  rules?: Rule[];
  roleRef?: { name: string };
  subjects?: { name: string }[];
}

interface Answer {
  status: number;
  body: object;
}

/**
 * A Kubernetes API over HTTPS: client certificates of its authority, service
 * accounts with tokens and rights.
 */
export class FakeCluster {
  readonly authority: FakeAuthority;
  readonly objects = new Map<string, StoredObject>();
  readonly requests: { method: string; path: string; user: string }[] = [];
  /** How often a Secret is looked at before it has its token. */
  looksUntilToken = 2;
  /** Nobody has the rights of a role. */
  deniesAll = false;
  /** Answers of requests that come next, instead of its own. */
  readonly nextAnswers: Answer[] = [];
  readonly #server: https.Server;
  readonly #looks = new Map<string, number>();
  #made = 0;

  static async start(): Promise<FakeCluster> {
    const authority = await FakeAuthority.create('cluster');
    const pair = await authority.issueServer();
    const cluster = new FakeCluster(authority, pair);
    await cluster.listen(0);
    return cluster;
  }

  private constructor(
    authority: FakeAuthority,
    pair: { cert: string; key: string },
  ) {
    this.authority = authority;
    this.#server = https.createServer(
      {
        ...pair,
        ca: authority.pem,
        requestCert: true,
        rejectUnauthorized: false,
      },
      (request, response) => {
        const chunks: Buffer[] = [];
        request.on('data', chunk => chunks.push(chunk));
        request.on('end', () => {
          const text = Buffer.concat(chunks).toString();
          const answer = this.#answer(request, text);
          response.writeHead(answer.status, {
            'content-type': 'application/json',
          });
          response.end(JSON.stringify(answer.body));
        });
      },
    );
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `https://127.0.0.1:${port}`;
  }

  listen(port: number): Promise<void> {
    return new Promise(resolve =>
      this.#server.listen(port, '127.0.0.1', resolve),
    );
  }

  async stop(): Promise<void> {
    if (this.#server.listening) {
      this.#server.closeAllConnections();
      await new Promise(resolve => this.#server.close(resolve));
    }
  }

  /** Secrets that the controller has filled. */
  tokens(): string[] {
    return [...this.objects.values()].flatMap(({ data }) =>
      data?.token ? [Buffer.from(data.token, 'base64').toString()] : [],
    );
  }

  names(kind: string): string[] {
    return [...this.objects.values()]
      .filter(object => object.kind === kind)
      .map(({ metadata }) => metadata.name)
      .sort();
  }

  #answer(request: IncomingMessage, text: string): Answer {
    const url = new URL(request.url ?? '/', 'https://cluster');
    const method = request.method ?? 'GET';
    const user = this.#userOf(request);
    this.requests.push({ method, path: url.pathname, user });
    const scripted = this.nextAnswers.shift();
    if (scripted) {
      return scripted;
    }
    if (user === 'nobody') {
      return status(401, 'Unauthorized');
    }
    if (url.pathname === '/version') {
      return { status: 200, body: { gitVersion: 'v1.36.2' } };
    }
    const body = text ? JSON.parse(text) : undefined;
    if (url.pathname.endsWith('/selfsubjectaccessreviews')) {
      const allowed = this.#may(user, body.spec.resourceAttributes);
      return { status: 201, body: { ...body, status: { allowed } } };
    }
    if (user !== 'admin') {
      return status(403, `${user} may not ${method} ${url.pathname}`);
    }
    const selector = url.searchParams.get('labelSelector');
    return selector
      ? this.#list(url.pathname, selector)
      : this.#object(method, url.pathname, body);
  }

  #object(method: string, path: string, body: StoredObject): Answer {
    const found = this.objects.get(path);
    if (method === 'PATCH') {
      this.#made += 1;
      const creationTimestamp =
        found?.metadata.creationTimestamp ??
        new Date(this.#made * 1000).toISOString();
      const object = {
        ...found,
        ...body,
        metadata: { ...body.metadata, creationTimestamp },
      };
      this.objects.set(path, object);
      return { status: found ? 200 : 201, body: object };
    }
    if (!found) {
      return status(404, `${path} not found`);
    }
    if (method === 'DELETE') {
      this.objects.delete(path);
    } else {
      this.#fill(path, found);
    }
    return { status: 200, body: found };
  }

  /** What the token controller does, a little later. */
  #fill(path: string, object: StoredObject): void {
    const looks = (this.#looks.get(path) ?? 0) + 1;
    this.#looks.set(path, looks);
    if (
      object.type === 'kubernetes.io/service-account-token' &&
      !object.data &&
      looks >= this.looksUntilToken
    ) {
      const token = `canary-${randomBytes(16).toString('hex')}`;
      object.data = { token: Buffer.from(token).toString('base64') };
    }
  }

  #list(path: string, selector: string): Answer {
    const [key, value] = selector.split('=');
    const items = [...this.objects.entries()]
      .filter(
        ([at, { metadata }]) =>
          at.startsWith(`${path}/`) && metadata.labels?.[key] === value,
      )
      .map(([, object]) => object);
    return { status: 200, body: { kind: 'List', items } };
  }

  #userOf(request: IncomingMessage): string {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '');
    if (bearer) {
      const token = Buffer.from(bearer[1]).toString('base64');
      const secret = [...this.objects.values()].find(
        ({ data }) => data?.token === token,
      );
      const account =
        secret?.metadata.annotations?.['kubernetes.io/service-account.name'];
      return account ?? 'nobody';
    }
    const socket = request.socket as TLSSocket;
    const { CN, O } = socket.getPeerCertificate().subject ?? {};
    return socket.authorized && String(O) === 'system:masters'
      ? String(CN)
      : 'nobody';
  }

  #may(
    account: string,
    right: {
      verb: string;
      group: string;
      resource: string;
      subresource?: string;
    },
  ): boolean {
    if (this.deniesAll) {
      return false;
    }
    const roles = [...this.objects.values()]
      .filter(({ subjects }) => subjects?.some(({ name }) => name === account))
      .map(({ roleRef }) => roleRef?.name);
    const resource = right.subresource
      ? `${right.resource}/${right.subresource}`
      : right.resource;
    const has = (values: string[] | undefined, value: string) =>
      values?.some(each => each === '*' || each === value) ?? false;
    return [...this.objects.values()]
      .filter(
        ({ kind, metadata }) =>
          kind === 'ClusterRole' && roles.includes(metadata.name),
      )
      .flatMap(({ rules }) => rules ?? [])
      .some(
        rule =>
          has(rule.apiGroups, right.group) &&
          has(rule.resources, resource) &&
          has(rule.verbs, right.verb),
      );
  }
}

/** A refusal as Kubernetes words it. */
export function status(code: number, message: string): Answer {
  return {
    status: code,
    body: {
      kind: 'Status',
      apiVersion: 'v1',
      status: 'Failure',
      message,
      code,
    },
  };
}
