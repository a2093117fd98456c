import { randomBytes } from 'node:crypto';
import https from 'node:https';
import { IncomingMessage } from 'node:http';
import readline from 'node:readline';
import { ContractTarget, openTarget } from './ContractTarget';

// Answers are compared with matchers, which need no types.
export type Answer = any;

export interface ContractResponse {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: Answer;
  /** The body as it came. */
  bytes: Buffer;
}

export interface ContractRequest {
  body?: unknown;
  contentType?: string;
  accept?: string;
  /** Instead of the administrator's; empty for nobody's. */
  token?: string;
  headers?: Record<string, string>;
}

/** Plain requests, so that tests see what is on the wire. */
export class ContractClient {
  readonly #target: ContractTarget;
  readonly #namespaces: string[] = [];

  static async open(): Promise<ContractClient> {
    return new ContractClient(await openTarget());
  }

  private constructor(target: ContractTarget) {
    this.#target = target;
  }

  get(path: string, options?: ContractRequest) {
    return this.#request('GET', path, options);
  }

  post(path: string, body: unknown, options?: ContractRequest) {
    return this.#request('POST', path, { body, ...options });
  }

  put(path: string, body: unknown, options?: ContractRequest) {
    return this.#request('PUT', path, { body, ...options });
  }

  patch(path: string, body: unknown, type: string, options?: ContractRequest) {
    return this.#request('PATCH', path, {
      body,
      contentType: `application/${type}`,
      ...options,
    });
  }

  delete(path: string, body?: unknown, options?: ContractRequest) {
    return this.#request('DELETE', path, { body, ...options });
  }

  /** A fresh namespace, deleted at the end. */
  async namespace(): Promise<string> {
    const name = `contract-${randomBytes(4).toString('hex')}`;
    await this.post('/api/v1/namespaces', {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name },
    });
    await this.until(
      `/api/v1/namespaces/${name}/serviceaccounts/default`,
      ({ status }) => status === 200,
    );
    this.#namespaces.push(name);
    return name;
  }

  /** Watches until the test says that it has seen enough, or the server ends. */
  async watch(
    path: string,
    isEnough: (events: Answer[]) => boolean,
    during?: () => Promise<unknown>,
  ): Promise<Answer[]> {
    const response = await this.#send('GET', path, {});
    const events: Answer[] = [];
    if (response.statusCode !== 200) {
      throw new Error((await bytesOf(response)).toString());
    }
    await during?.();
    for await (const line of readline.createInterface(response)) {
      events.push(JSON.parse(line));
      if (isEnough(events)) {
        response.destroy();
        break;
      }
    }
    return events;
  }

  /** Asks until it is so: controllers need their time on a real cluster. */
  async until(
    path: string,
    isSo: (response: ContractResponse) => boolean,
    options?: ContractRequest,
  ): Promise<ContractResponse> {
    const deadline = Date.now() + 20_000;
    for (;;) {
      const response = await this.get(path, options);
      if (isSo(response)) {
        return response;
      }
      if (Date.now() > deadline) {
        throw new Error(
          `${path} did not get there: ${JSON.stringify(response.body)}`,
        );
      }
    }
  }

  /** Makes the server forget old versions, where it does not by itself. */
  forgetHistory(): void {
    this.#target.forgetHistory?.();
  }

  async close(): Promise<void> {
    for (const name of this.#namespaces) {
      await this.delete(`/api/v1/namespaces/${name}`);
    }
    await this.#target.close();
  }

  async #request(
    method: string,
    path: string,
    options: ContractRequest = {},
  ): Promise<ContractResponse> {
    const response = await this.#send(method, path, options);
    const bytes = await bytesOf(response);
    const text = bytes.toString();
    const isJson =
      response.headers['content-type']?.includes('json') &&
      response.headers['content-encoding'] === undefined;
    return {
      status: response.statusCode ?? 0,
      headers: response.headers,
      body: isJson ? JSON.parse(text) : text,
      bytes,
    };
  }

  #send(
    method: string,
    path: string,
    options: ContractRequest,
  ): Promise<IncomingMessage> {
    const { url, agent, ca } = this.#target;
    const { body, contentType = 'application/json', accept } = options;
    const token = options.token ?? this.#target.token;
    const content =
      typeof body === 'string' || body === undefined
        ? body
        : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      const request = https.request(
        new URL(path, url),
        {
          method,
          // Another identity must not show the administrator's certificate.
          ...(options.token === undefined ? { agent } : { agent: false, ca }),
          headers: {
            accept: accept ?? 'application/json',
            'user-agent': 'contract/1',
            ...(token && { authorization: `Bearer ${token}` }),
            ...(content !== undefined && {
              'content-type': contentType,
              'content-length': Buffer.byteLength(content),
            }),
            ...options.headers,
          },
        },
        resolve,
      );
      request.on('error', reject);
      request.end(content);
    });
  }
}

async function bytesOf(response: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of response) {
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
