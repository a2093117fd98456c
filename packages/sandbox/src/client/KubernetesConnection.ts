import https from 'node:https';
import { IncomingMessage } from 'node:http';
import { KubernetesApiError } from './KubernetesApiError';
import { KubernetesStatus } from './types';

export interface KubernetesConnectionOptions {
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

export interface RequestOptions {
  method?: string;
  body?: unknown;
  contentType?: string;
  query?: Record<string, string | undefined>;
  signal?: AbortSignal;
}

/** HTTPS to one API server, with its credentials. */
export class KubernetesConnection {
  readonly #options: KubernetesConnectionOptions;
  readonly #agent: https.Agent;

  static create(options: KubernetesConnectionOptions): KubernetesConnection {
    return new KubernetesConnection(options);
  }

  private constructor(options: KubernetesConnectionOptions) {
    this.#options = options;
    this.#agent = new https.Agent({
      keepAlive: true,
      ca: options.caPem,
      rejectUnauthorized: !options.insecure,
      cert: options.clientCertificate?.certPem,
      key: options.clientCertificate?.keyPem,
    });
  }

  /** The parsed answer, or a KubernetesApiError. */
  async request<T>(path: string, options: RequestOptions = {}): Promise<T> {
    const response = await this.open(path, {
      ...options,
      signal: this.#withDeadline(options.signal),
    });
    return JSON.parse(await textOf(response));
  }

  /** The answer as it arrives, or a KubernetesApiError. */
  async open(path: string, options: RequestOptions): Promise<IncomingMessage> {
    const response = await this.#send(path, options);
    if ((response.statusCode ?? 500) >= 300) {
      throw await toError(response);
    }
    return response;
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
    const url = new URL(path, this.#options.server);
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
