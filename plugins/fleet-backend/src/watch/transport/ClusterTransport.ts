import { Readable, pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import {
  ClusterAccess,
  ClusterCredentials,
} from '@slipway/backstage-plugin-fleet-node';
import { Dispatcher } from 'undici';
import { CredentialsError } from './CredentialsError';
import { createDispatcher } from './createDispatcher';
import { discardBody } from './discardBody';
import { ProxyError } from './ProxyError';

/** What is asked of an API server. */
export interface TransportRequest {
  method: 'GET' | 'PUT' | 'PATCH' | 'POST' | 'DELETE';
  /** Path and query below the server's URL. */
  path: string;
  headers?: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** An answer whose body is still to be read. */
export interface TransportResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Readable;
}

interface Connections {
  dispatcher: Dispatcher;
  clientCertificate: ClusterCredentials['clientCertificate'];
}

/**
 * The connections to one API server, with its CA and the credentials of the
 * moment. Environment variables for proxies and the process's global dispatcher
 * do not concern it.
 */
export class ClusterTransport {
  readonly #access: ClusterAccess;
  readonly #origin: string;
  readonly #prefix: string;
  #connections: Connections | undefined;
  #generation = 0;
  #freshOnes: Promise<void> | undefined;
  #credentials: ClusterCredentials | undefined;

  static create(access: ClusterAccess): ClusterTransport {
    return new ClusterTransport(access);
  }

  private constructor(access: ClusterAccess) {
    this.#access = access;
    const { origin, pathname } = new URL(access.server);
    this.#origin = origin;
    this.#prefix = pathname.replace(/\/+$/, '');
  }

  /**
   * Sends a request, after a 401 once more with fresh credentials.
   *
   * @throws CredentialsError when there are none
   */
  async send(request: TransportRequest): Promise<TransportResponse> {
    await this.#authenticate({ fresh: false, signal: request.signal });
    const generation = this.#generation;
    const response = await this.#dispatch(request);
    if (response.status !== 401) {
      return response;
    }
    discardBody(response.body);
    await this.#renew(generation, request.signal);
    return this.#dispatch(request);
  }

  async close(): Promise<void> {
    const connections = this.#connections;
    this.#connections = undefined;
    await connections?.dispatcher.destroy();
  }

  /** Of many requests that are refused at once one asks for new credentials. */
  async #renew(generation: number, signal: AbortSignal): Promise<void> {
    if (generation !== this.#generation) {
      return;
    }
    this.#freshOnes ??= this.#authenticate({ fresh: true, signal }).finally(
      () => {
        this.#generation++;
        this.#freshOnes = undefined;
      },
    );
    await this.#freshOnes;
  }

  async #authenticate(options: {
    fresh: boolean;
    signal: AbortSignal;
  }): Promise<void> {
    try {
      this.#credentials = await this.#access.authenticate(options);
    } catch (error) {
      options.signal.throwIfAborted();
      throw new CredentialsError(error);
    }
  }

  async #dispatch(request: TransportRequest): Promise<TransportResponse> {
    const { method, path, body, signal } = request;
    const credentials = this.#credentials ?? { headers: {} };
    try {
      const response = await this.#dispatcherFor(credentials).request({
        origin: this.#origin,
        path: `${this.#prefix}${path}`,
        method,
        body,
        signal,
        headers: {
          accept: 'application/json',
          'user-agent': 'slipway-fleet',
          ...request.headers,
          ...credentials.headers,
        },
      });
      return {
        status: response.statusCode,
        headers: response.headers,
        body: unzip(response),
      };
    } catch (error) {
      const { proxyUrl } = this.#access;
      throw proxyUrl && error !== signal.reason
        ? new ProxyError(proxyUrl, error)
        : error;
    }
  }

  #dispatcherFor({ clientCertificate }: ClusterCredentials): Dispatcher {
    const current = this.#connections;
    if (
      current &&
      current.clientCertificate?.cert === clientCertificate?.cert &&
      current.clientCertificate?.key === clientCertificate?.key
    ) {
      return current.dispatcher;
    }
    // Ends the old connections when their requests have ended.
    current?.dispatcher.close().catch(() => undefined);
    const dispatcher = createDispatcher(this.#access, clientCertificate);
    this.#connections = { dispatcher, clientCertificate };
    return dispatcher;
  }
}

function unzip(response: Dispatcher.ResponseData): Readable {
  if (response.headers['content-encoding'] !== 'gzip') {
    return response.body;
  }
  // An error of either reaches whoever reads.
  return pipeline(response.body, createGunzip(), () => undefined);
}
