import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { Hubs, KubernetesObject } from '../hubs';

const KINDS: Record<string, { path: string; plural: string }> = {
  Secret: { path: '/api/v1', plural: 'secrets' },
  Application: { path: '/apis/argoproj.io/v1alpha1', plural: 'applications' },
  AppProject: { path: '/apis/argoproj.io/v1alpha1', plural: 'appprojects' },
};

export interface HubRequest {
  method: string;
  path: string;
  query: Record<string, string>;
  contentType: string | undefined;
  body: KubernetesObject | undefined;
}

interface Answer {
  status?: number;
  body: object;
}

/** The little of a Kubernetes API that the actions use, over real HTTP. */
export class FakeHub {
  readonly objects = new Map<string, KubernetesObject>();
  readonly requests: HubRequest[] = [];
  /** Requests that fail with 503 before it answers. */
  failures = 0;
  /** Namespaces that there are. */
  readonly namespaces = new Set(['argocd', 'slipway-fleet']);
  /** Refuses writes like an admission webhook that quotes what it got. */
  quotes = false;
  readonly #folder = mkdtempSync(join(tmpdir(), 'slipway-hub-'));
  readonly #server: http.Server;

  static async start(): Promise<FakeHub> {
    const hub = new FakeHub();
    await new Promise<void>(resolve =>
      hub.#server.listen(0, '127.0.0.1', resolve),
    );
    return hub;
  }

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const url = new URL(request.url ?? '/', 'http://hub');
        const text = Buffer.concat(chunks).toString();
        const received: HubRequest = {
          method: request.method ?? 'GET',
          path: url.pathname,
          query: Object.fromEntries(url.searchParams),
          contentType: request.headers['content-type'],
          body: text ? JSON.parse(text) : undefined,
        };
        this.requests.push(received);
        const answer = this.#answer(received);
        response.writeHead(answer.status ?? 200, {
          'Content-Type': 'application/json',
        });
        response.end(JSON.stringify(answer.body));
      });
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** By a kubeconfig, because only there plain HTTP can be asked for. */
  hubs(): Hubs {
    const kubeconfig = join(this.#folder, 'kubeconfig');
    const cluster = { server: this.url, 'insecure-skip-tls-verify': true };
    const config = {
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'hub',
      contexts: [{ name: 'hub', context: { cluster: 'hub', user: 'slipway' } }],
      clusters: [{ name: 'hub', cluster }],
      users: [{ name: 'slipway', user: { token: 'hub-token' } }],
    };
    writeFileSync(kubeconfig, stringify(config));
    return Hubs.create([
      { name: 'platform', namespace: 'argocd', access: { kubeconfig } },
    ]);
  }

  get writes(): HubRequest[] {
    return this.requests.filter(({ method }) => method !== 'GET');
  }

  put(object: KubernetesObject): void {
    const { name, namespace } = object.metadata;
    this.objects.set(keyOf(object.kind, name, namespace), object);
  }

  get<T extends KubernetesObject>(
    kind: string,
    name: string,
    namespace?: string,
  ): T | undefined {
    return this.objects.get(keyOf(kind, name, namespace)) as T | undefined;
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
    rmSync(this.#folder, { recursive: true });
  }

  #answer(request: HubRequest): Answer {
    if (this.failures > 0) {
      this.failures -= 1;
      return status(
        503,
        'the server is currently unable to handle the request',
      );
    }
    const discovery = Object.entries(KINDS).filter(
      ([, { path }]) => path === request.path,
    );
    if (discovery.length > 0) {
      const resources = discovery.map(([kind, { plural }]) => ({
        kind,
        name: plural,
        namespaced: true,
        singularName: '',
        verbs: [],
      }));
      return { body: { kind: 'APIResourceList', groupVersion: '', resources } };
    }
    for (const [kind, { path, plural }] of Object.entries(KINDS)) {
      const place = new RegExp(
        `^${path}/namespaces/([^/]+)/${plural}(?:/([^/]+))?$`,
      ).exec(request.path);
      if (place) {
        const [, namespace, name] = place;
        return name
          ? this.#object({ kind, name, namespace }, request)
          : this.#list(kind, namespace, request.query.labelSelector);
      }
    }
    return status(404, `the server could not find ${request.path}`);
  }

  #list(kind: string, namespace: string, selector: string | undefined): Answer {
    const [key, value] = selector?.split('=') ?? [];
    const items = [...this.objects.values()].filter(
      object =>
        object.kind === kind &&
        (object.metadata.namespace ?? 'argocd') === namespace &&
        (!key || object.metadata.labels?.[key] === value),
    );
    return {
      body: { kind: `${kind}List`, apiVersion: 'v1', metadata: {}, items },
    };
  }

  #object(
    place: { kind: string; name: string; namespace: string },
    request: HubRequest,
  ): Answer {
    const { kind, name, namespace } = place;
    const found = this.get(kind, name, namespace);
    const { body, method } = request;
    if (method === 'PATCH' && body) {
      if (!this.namespaces.has(namespace)) {
        return status(404, `namespaces "${namespace}" not found`);
      }
      if (this.quotes && request.query.dryRun !== 'All') {
        return status(403, `admission denied: ${JSON.stringify(body)}`);
      }
      const patched = {
        ...found,
        ...body,
        metadata: { ...found?.metadata, ...body.metadata },
      };
      if (request.query.dryRun !== 'All') {
        this.put(patched);
      }
      return { body: patched };
    }
    if (!found) {
      return status(404, `${kind} "${name}" not found`);
    }
    if (method === 'DELETE') {
      this.objects.delete(keyOf(kind, name, namespace));
    }
    return { body: found };
  }
}

function keyOf(kind: string, name: string, namespace = 'argocd'): string {
  const key = `${kind}/${name}`;
  return namespace === 'argocd' ? key : `${namespace}/${key}`;
}

function status(code: number, message: string): Answer {
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
