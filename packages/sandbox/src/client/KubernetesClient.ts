import readline from 'node:readline';
import { KubernetesApiError } from './KubernetesApiError';
import {
  KubernetesConnection,
  KubernetesConnectionOptions,
  RequestOptions,
} from './KubernetesConnection';
import { pathOf } from './pathOf';
import { readKubeconfig } from './readKubeconfig';
import { KubernetesObject, KubernetesResource, WatchEvent } from './types';

export interface KubernetesClientOptions extends KubernetesConnectionOptions {
  /** The cluster's name in messages. */
  name: string;
}

export interface ListOptions {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  signal?: AbortSignal;
}

interface Page<T> {
  apiVersion: string;
  metadata: { resourceVersion: string; continue?: string };
  items: T[];
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
  readonly #manager: string;
  readonly #connection: KubernetesConnection;

  static create(options: KubernetesClientOptions): KubernetesClient {
    return new KubernetesClient(options);
  }

  /** From the current context of a kubeconfig file. */
  static fromKubeconfig(file: string, manager: string): KubernetesClient {
    return new KubernetesClient({ ...readKubeconfig(file), manager });
  }

  private constructor(options: KubernetesClientOptions) {
    this.name = options.name;
    this.server = options.server;
    this.caPem = options.caPem;
    this.#manager = options.manager;
    this.#connection = KubernetesConnection.create(options);
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
      const page: Page<T> = await this.request(
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
      query: { fieldManager: this.#manager },
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
      query: { fieldManager: this.#manager },
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
      query: { fieldManager: this.#manager },
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
        fieldManager: options.manager ?? this.#manager,
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
    const path = pathOf(resource, options.namespace);
    const response = await this.#connection.open(path, {
      query: {
        watch: 'true',
        allowWatchBookmarks: 'true',
        resourceVersion: options.resourceVersion,
        labelSelector: options.labelSelector,
        fieldSelector: options.fieldSelector,
      },
      signal: options.signal,
    });
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
  request<T>(path: string, options?: RequestOptions): Promise<T> {
    return this.#connection.request(path, options);
  }

  /** Closes idle connections. */
  close(): void {
    this.#connection.close();
  }
}
