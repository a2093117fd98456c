import { Agent } from 'undici';
import { readText } from './readText';

/** What is sent. */
export interface HttpRequest {
  method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  url: URL;
  headers: Record<string, string>;
  body?: string;
  signal: AbortSignal;
}

/** What came back. */
export interface HttpAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

const CONNECT_TIMEOUT_MS = 10_000;

/** The connections to the services of one cloud. */
export class HttpTransport {
  readonly #agent: Agent;

  static create(options: { ca?: string; verify: boolean }): HttpTransport {
    return new HttpTransport(options);
  }

  private constructor(options: { ca?: string; verify: boolean }) {
    const { ca, verify } = options;
    this.#agent = new Agent({
      // A connection for each request: the web servers in front of OpenStack
      // close idle ones without a word, and a POST that was lost on one of
      // those could not be told from one that was obeyed.
      pipelining: 0,
      allowH2: false,
      // Whoever asks has a deadline for the whole.
      headersTimeout: 0,
      bodyTimeout: 0,
      connect: {
        timeout: CONNECT_TIMEOUT_MS,
        rejectUnauthorized: verify,
        ...(ca && { ca }),
      },
    });
  }

  async send(request: HttpRequest): Promise<HttpAnswer> {
    const { url, method, headers, body, signal } = request;
    const answer = await this.#agent.request({
      origin: url.origin,
      path: `${url.pathname}${url.search}`,
      method,
      headers,
      body,
      signal,
    });
    const status = answer.statusCode;
    const text = await readText(answer.body, status >= 300);
    return { status, headers: answer.headers, text };
  }

  async close(): Promise<void> {
    await this.#agent.destroy();
  }
}
