import { Dispatcher } from 'undici';
import { FIELD_MANAGER, KubernetesObject } from '../../hubs';
import { ClusterAccess } from './ClusterAccess';
import { ClusterApiError } from './ClusterApiError';
import { createDispatcher } from './createDispatcher';
import { pathOf } from './pathOf';

const REQUEST_TIMEOUT_MS = 15_000;

interface Request {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  path: string;
  contentType?: string;
  body?: object;
}

/** The Kubernetes API of one cluster, with one credential. */
export class ClusterApi {
  readonly name: string;
  readonly #access: ClusterAccess;
  readonly #dispatcher: Dispatcher;
  readonly #signal: AbortSignal | undefined;

  /** Opens the API for a piece of work, and closes its connections afterwards. */
  static async using<T>(
    access: ClusterAccess,
    signal: AbortSignal | undefined,
    work: (api: ClusterApi) => Promise<T>,
  ): Promise<T> {
    const api = new ClusterApi(access, signal);
    try {
      return await work(api);
    } finally {
      await api.#dispatcher.destroy();
    }
  }

  private constructor(access: ClusterAccess, signal: AbortSignal | undefined) {
    this.name = access.name;
    this.#access = access;
    this.#dispatcher = createDispatcher(access);
    this.#signal = signal;
  }

  async get<T>(path: string): Promise<T> {
    return (await this.#send({ method: 'GET', path })) as T;
  }

  /** For what is asked rather than made, such as access reviews. */
  async create<T>(path: string, body: object): Promise<T> {
    return (await this.#send({ method: 'POST', path, body })) as T;
  }

  /** Server-side apply; fields of ours that somebody else took come back to us. */
  async apply(object: KubernetesObject): Promise<KubernetesObject> {
    return (await this.#send({
      method: 'PATCH',
      path: `${pathOf(object)}?fieldManager=${FIELD_MANAGER}&force=true`,
      contentType: 'application/apply-patch+yaml',
      body: object,
    })) as KubernetesObject;
  }

  /** Whether it was there. */
  async delete(object: KubernetesObject): Promise<boolean> {
    try {
      await this.#send({ method: 'DELETE', path: pathOf(object) });
      return true;
    } catch (error) {
      if (error instanceof ClusterApiError && error.status === 404) {
        return false;
      }
      throw error;
    }
  }

  async #send(request: Request): Promise<unknown> {
    const { status, text } = await this.#exchange(request);
    const body = parse(text);
    if (status < 300 && body !== undefined) {
      return body;
    }
    const { message } = (body ?? {}) as { message?: unknown };
    throw new ClusterApiError(this.name, {
      kind: 'answered',
      status,
      reason:
        typeof message === 'string'
          ? message
          : `${request.method} ${request.path} was answered with ${status} and without a word of Kubernetes`,
    });
  }

  async #exchange({ method, path, contentType, body }: Request) {
    const timeout = AbortSignal.timeout(REQUEST_TIMEOUT_MS);
    const { origin, pathname } = new URL(this.#access.server);
    const { credential } = this.#access;
    try {
      const response = await this.#dispatcher.request({
        origin,
        path: `${pathname.replace(/\/+$/, '')}${path}`,
        method,
        body: body && JSON.stringify(body),
        headers: {
          accept: 'application/json',
          'user-agent': 'slipway',
          ...(body && { 'content-type': contentType ?? 'application/json' }),
          ...('token' in credential && {
            authorization: `Bearer ${credential.token}`,
          }),
        },
        signal: this.#signal
          ? AbortSignal.any([this.#signal, timeout])
          : timeout,
      });
      return { status: response.statusCode, text: await response.body.text() };
    } catch (error) {
      this.#signal?.throwIfAborted();
      throw ClusterApiError.fromFailure(this.name, error);
    }
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
