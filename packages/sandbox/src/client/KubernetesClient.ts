import fs from 'node:fs';
import https from 'node:https';
import { IncomingMessage } from 'node:http';
import readline from 'node:readline';
import { parse } from 'yaml';
import { KubernetesApiError } from './KubernetesApiError';
import {
  KubernetesObject,
  KubernetesResource,
  KubernetesStatus,
  WatchEvent,
} from './types';

export interface KubernetesClientOptions {
  /** The cluster's name in messages. */
  name: string;
  /** For example `https://127.0.0.1:6443`. */
  server: string;
  caPem?: string;
  /** Accepts any certificate, as `insecure-skip-tls-verify` does. */
  insecure?: boolean;
  token: string;
  /** After which a request fails; a watch never does. @default none */
  timeoutMs?: number;
  /** Proves who we are where a token does not. */
  clientCertificate?: { certPem: string; keyPem: string };
  /** Field manager and user agent of every write. */
  manager: string;
}

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  signal?: AbortSignal;
}

export interface RequestOptions {
  method?: string;
  body?: unknown;
  contentType?: string;
  query?: Record<string, string | undefined>;
  signal?: AbortSignal;
}

const PATCH_TYPES = {
  merge: 'application/merge-patch+json',
  json: 'application/json-patch+json',
  strategic: 'application/strategic-merge-patch+json',
} as const;

/**
 * The little of a Kubernetes client that the sandbox's controllers need. It
 * works against any API server, so the controllers can be tried on a real one.
 */
export class KubernetesClient {
  readonly name: string;
  readonly server: string;
  readonly caPem?: string;
  readonly #options: KubernetesClientOptions;
  readonly #agent: https.Agent;

  static create(options: KubernetesClientOptions): KubernetesClient {
    return new KubernetesClient(options);
  }

  /** From the current context of a kubeconfig file with inline CA and credentials. */
  static fromKubeconfig(file: string, manager: string): KubernetesClient {
    const config = parse(fs.readFileSync(file, 'utf8'));
    const context = config.contexts.find(
      (c: { name: string }) => c.name === config['current-context'],
    ).context;
    const named = (list: { name: string }[], name: string): any =>
      list.find(entry => entry.name === name);
    const { cluster } = named(config.clusters, context.cluster);
    const { user } = named(config.users, context.user);
    const decode = (base64 = '') => Buffer.from(base64, 'base64').toString();
    const certificate = user['client-certificate-data'];
    return new KubernetesClient({
      name: context.cluster,
      server: cluster.server,
      caPem: decode(cluster['certificate-authority-data']),
      token: user.token ?? '',
      clientCertificate: certificate && {
        certPem: decode(certificate),
        keyPem: decode(user['client-key-data']),
      },
      manager,
    });
  }

  private constructor(options: KubernetesClientOptions) {
    this.name = options.name;
    this.server = options.server;
    this.caPem = options.caPem;
    this.#options = options;
    this.#agent = new https.Agent({
      keepAlive: true,
      ca: options.caPem,
      rejectUnauthorized: !options.insecure,
      cert: options.clientCertificate?.certPem,
      key: options.clientCertificate?.keyPem,
    });
  }

  /** The object, or `undefined` when it does not exist. */
  async get<T extends KubernetesObject>(
    resource: KubernetesResource,
    name: string,
    namespace?: string,
  ): Promise<T | undefined> {
    try {
      return await this.request<T>(pathOf(resource, namespace, name));
    } catch (error) {
      if (error instanceof KubernetesApiError && error.code === 404) {
        return undefined;
      }
      throw error;
    }
  }

  async list<T extends KubernetesObject>(
    resource: KubernetesResource,
    options: ListOptions = {},
  ): Promise<{ items: T[]; resourceVersion: string }> {
    const items: T[] = [];
    let next: string | undefined;
    let resourceVersion = '';
    do {
      const page: any = await this.request(
        pathOf(resource, options.namespace),
        {
          query: {
            labelSelector: options.labelSelector,
            fieldSelector: options.fieldSelector,
            limit: '500',
            continue: next,
          },
          signal: options.signal,
        },
      );
      // Items of a list carry no kind of their own.
      for (const item of page.items) {
        items.push({
          ...item,
          apiVersion: page.apiVersion,
          kind: resource.kind,
        });
      }
      next = page.metadata.continue || undefined;
      resourceVersion = page.metadata.resourceVersion;
    } while (next);
    return { items, resourceVersion };
  }

  async create<T extends KubernetesObject>(
    resource: KubernetesResource,
    object: T,
  ): Promise<T> {
    return this.request(pathOf(resource, object.metadata.namespace), {
      method: 'POST',
      body: object,
      query: { fieldManager: this.#options.manager },
    });
  }

  /** PUT; 409 when `metadata.resourceVersion` is set and no longer the newest. */
  async update<T extends KubernetesObject>(
    resource: KubernetesResource,
    object: T,
    subresource?: 'status',
  ): Promise<T> {
    const { namespace, name } = object.metadata;
    return this.request(pathOf(resource, namespace, name, subresource), {
      method: 'PUT',
      body: object,
      query: { fieldManager: this.#options.manager },
    });
  }

  async patch<T extends KubernetesObject>(
    resource: KubernetesResource,
    name: string,
    patch: unknown,
    options: {
      namespace?: string;
      /** @default 'merge' */
      type?: keyof typeof PATCH_TYPES;
      subresource?: 'status';
    } = {},
  ): Promise<T> {
    const { namespace, type = 'merge', subresource } = options;
    return this.request(pathOf(resource, namespace, name, subresource), {
      method: 'PATCH',
      body: patch,
      contentType: PATCH_TYPES[type],
      query: { fieldManager: this.#options.manager },
    });
  }

  /** Server-side apply; 409 with the managers in conflict unless forced. */
  async apply<T extends KubernetesObject>(
    resource: KubernetesResource,
    object: T,
    options: { force?: boolean; dryRun?: boolean; manager?: string } = {},
  ): Promise<T> {
    const { namespace, name } = object.metadata;
    return this.request(pathOf(resource, namespace, name), {
      method: 'PATCH',
      body: object,
      contentType: 'application/apply-patch+yaml',
      query: {
        fieldManager: options.manager ?? this.#options.manager,
        force: options.force ? 'true' : undefined,
        dryRun: options.dryRun ? 'All' : undefined,
      },
    });
  }

  /** Deletes; an object that is not there counts as deleted. */
  async delete(
    resource: KubernetesResource,
    name: string,
    options: {
      namespace?: string;
      propagationPolicy?: 'Background' | 'Foreground' | 'Orphan';
      gracePeriodSeconds?: number;
    } = {},
  ): Promise<void> {
    const { namespace, ...deleteOptions } = options;
    try {
      await this.request(pathOf(resource, namespace, name), {
        method: 'DELETE',
        body: { apiVersion: 'v1', kind: 'DeleteOptions', ...deleteOptions },
      });
    } catch (error) {
      if (!(error instanceof KubernetesApiError) || error.code !== 404) {
        throw error;
      }
    }
  }

  /** Events until the server ends the watch; ERROR events are yielded too. */
  async *watch<T extends KubernetesObject>(
    resource: KubernetesResource,
    options: ListOptions & { resourceVersion: string },
  ): AsyncGenerator<WatchEvent<T>> {
    const response = await this.#send(pathOf(resource, options.namespace), {
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: options.resourceVersion,
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
      },
      signal: options.signal,
    });
    if (response.statusCode !== 200) {
      throw await toError(response);
    }
    try {
      for await (const line of readline.createInterface(response)) {
        if (line) {
          yield JSON.parse(line);
        }
      }
    } finally {
      // Who stops reading stops the watch too, and is not told of the break.
      response.on('error', () => {});
      response.destroy();
    }
  }

  /** Any request; the parsed answer, or a KubernetesApiError. */
  async request<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.#send(path, {
      ...options,
      signal: this.#withDeadline(options.signal),
    });
    if ((response.statusCode ?? 500) >= 300) {
      throw await toError(response);
    }
    return JSON.parse(await textOf(response));
  }

  /** Closes idle connections. */
  close(): void {
    this.#agent.destroy();
  }

  #withDeadline(signal?: AbortSignal): AbortSignal {
    const { timeoutMs } = this.#options;
    const limits = [signal, timeoutMs && AbortSignal.timeout(timeoutMs)];
    return AbortSignal.any(
      limits.filter(limit => limit instanceof AbortSignal),
    );
  }

  #send(path: string, options: RequestOptions): Promise<IncomingMessage> {
    const url = new URL(path, this.server);
    for (const [key, value] of Object.entries(options.query ?? {})) {
      if (value !== undefined) {
        url.searchParams.set(key, value);
      }
    }
    const body =
      options.body === undefined ? undefined : JSON.stringify(options.body);
    return new Promise((resolve, reject) => {
      const request = https.request(
        url,
        {
          method: options.method ?? 'GET',
          agent: this.#agent,
          signal: options.signal,
          headers: {
            authorization: `Bearer ${this.#options.token}`,
            accept: 'application/json',
            'user-agent': this.#options.manager,
            ...(body === undefined
              ? {}
              : {
                  'content-type': options.contentType ?? 'application/json',
                  'content-length': Buffer.byteLength(body),
                }),
          },
        },
        resolve,
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}

/** The path of a collection or of one object. */
export function pathOf(
  resource: KubernetesResource,
  namespace?: string,
  name?: string,
  subresource?: string,
): string {
  const { group, version, plural } = resource;
  return [
    group ? `/apis/${group}/${version}` : `/api/${version}`,
    namespace && resource.namespaced ? `/namespaces/${namespace}` : '',
    `/${plural}`,
    name ? `/${encodeURIComponent(name)}` : '',
    subresource ? `/${subresource}` : '',
  ].join('');
}

async function textOf(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString('utf8');
}

async function toError(response: IncomingMessage): Promise<Error> {
  const text = await textOf(response);
  let body: KubernetesStatus;
  try {
    body = JSON.parse(text);
  } catch {
    body = { message: text.slice(0, 500) };
  }
  return new KubernetesApiError(response.statusCode ?? 500, body);
}
