import { IncomingMessage } from 'node:http';
import https from 'node:https';
import {
  ClusterClient,
  ClusterResponse,
} from '@slipway/backstage-plugin-fleet-node/engine';
import { LabObject } from './LabObject';
import { LabFacts } from './readLabFacts';

type Request = Parameters<ClusterClient['request']>[0];

/** The administrator of a real cluster, with plain requests. */
export class LabCluster implements ClusterClient {
  readonly #server: string;
  readonly #agent: https.Agent;

  static open(facts: LabFacts['cluster']): LabCluster {
    const { server, ...credentials } = facts;
    return new LabCluster(
      server,
      new https.Agent({ keepAlive: true, ...credentials }),
    );
  }

  private constructor(server: string, agent: https.Agent) {
    this.#server = server;
    this.#agent = agent;
  }

  close(): void {
    this.#agent.destroy();
  }

  request(options: Request): Promise<ClusterResponse> {
    const { method, path, body, contentType, signal } = options;
    const content = body === undefined ? undefined : JSON.stringify(body);
    return new Promise((resolve, reject) => {
      https
        .request(
          new URL(path, this.#server),
          {
            method,
            signal,
            agent: this.#agent,
            headers: {
              accept: 'application/json',
              ...(content !== undefined && {
                'content-type': contentType ?? 'application/json',
                'content-length': Buffer.byteLength(content),
              }),
            },
          },
          response => resolve(answerOf(response)),
        )
        .on('error', reject)
        .end(content);
    });
  }

  /** As {@link LabCluster.request}, for what has to succeed. */
  async ask(
    method: Request['method'],
    path: string,
    options: Pick<Request, 'body' | 'contentType'> = {},
  ): Promise<LabObject> {
    const { status, body } = await this.request({
      method,
      path,
      ...options,
      signal: AbortSignal.timeout(30_000),
    });
    if (status >= 300) {
      throw new Error(`${method} ${path}: ${status} ${JSON.stringify(body)}`);
    }
    return body;
  }
}

async function answerOf(response: IncomingMessage): Promise<ClusterResponse> {
  const chunks = await response.toArray();
  const text = Buffer.concat(chunks).toString();
  // A group that is not served is answered with "404 page not found".
  const isJson = response.headers['content-type']?.includes('json');
  return {
    status: response.statusCode ?? 0,
    body: isJson ? JSON.parse(text) : undefined,
  };
}
