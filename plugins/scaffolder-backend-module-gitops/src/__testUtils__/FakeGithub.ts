import http from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GithubClients,
  parseRepositoryAddress,
  RepositoryAddress,
} from '../repository';

import { FakeRepository } from './FakeRepository';
import { Answer, Body, GithubRoute, notFound } from './GithubRoute';

/** The little of GitHub that the actions use, over real HTTP. */
export class FakeGithub {
  readonly repositories = new Map<string, FakeRepository>();
  readonly requests: string[] = [];
  readonly #server: http.Server;

  static async start(): Promise<FakeGithub> {
    const github = new FakeGithub();
    await new Promise<void>(resolve =>
      github.#server.listen(0, '127.0.0.1', resolve),
    );
    return github;
  }

  private constructor() {
    this.#server = http.createServer((request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', chunk => chunks.push(chunk));
      request.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const body: Body = text ? JSON.parse(text) : {};
        const url = new URL(request.url ?? '/', this.url);
        this.requests.push(`${request.method} ${url.pathname}`);
        const answer = this.#answer(request.method ?? 'GET', url, body);
        response.writeHead(answer.status ?? 200, {
          'Content-Type': answer.text ? 'text/plain' : 'application/json',
        });
        response.end(
          answer.status === 204
            ? undefined
            : answer.text ?? JSON.stringify(answer.body ?? {}),
        );
      });
    });
  }

  get url(): string {
    const { port } = this.#server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  create(name: string): FakeRepository {
    const repository = new FakeRepository();
    this.repositories.set(name, repository);
    return repository;
  }

  address(name: string): RepositoryAddress {
    return parseRepositoryAddress(`${this.url}/${name}`);
  }

  clients(): GithubClients {
    const { host } = new URL(this.url);
    const github = [
      { host, apiBaseUrl: `${this.url}/api/v3`, token: 'bot-token' },
    ];
    return GithubClients.create(
      ScmIntegrations.fromConfig(
        new ConfigReader({ integrations: { github } }),
      ),
    );
  }

  /** What was asked that changes something. */
  get writes(): string[] {
    return this.requests.filter(request => !request.startsWith('GET '));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }

  #answer(method: string, url: URL, body: Body): Answer {
    const path = decodeURIComponent(url.pathname);
    const team = /^\/api\/v3\/orgs\/[^/]+\/teams\/([^/]+)\/repos\/(.+)$/.exec(
      path,
    );
    if (team) {
      const open = this.repositories.get(team[2])?.teams.includes(team[1]);
      return open ? { status: 204 } : notFound();
    }
    const match = /^\/api\/v3\/repos\/([^/]+\/[^/]+)\/?(.*)$/.exec(path);
    const repository = match && this.repositories.get(match[1]);
    if (!match || !repository) {
      return notFound();
    }
    return new GithubRoute(
      repository,
      url,
      body,
      `${this.url}/${match[1]}`,
    ).answer(`${method} ${match[2]}`);
  }
}
