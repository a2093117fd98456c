import { createHash } from 'node:crypto';
import http from 'node:http';
import { AddressInfo } from 'node:net';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import {
  GithubClients,
  parseRepositoryAddress,
  RepositoryAddress,
} from '../repository';

type Tree = Map<string, string>;

interface Answer {
  status?: number;
  body?: unknown;
  text?: string;
}

interface Body {
  [field: string]: any;
}

/** One repository: commits by sha, branches, and what tests put into it. */
export class FakeRepository {
  readonly commits = new Map<string, { tree: Tree; message: string }>();
  readonly trees = new Map<string, Tree>();
  readonly branches = new Map<string, string>();
  readonly pulls: { head: string; title: string; url: string }[] = [];
  runs: object[] = [];
  jobs: Record<number, object[]> = {};
  logs: Record<number, string> = {};
  /** Called before a branch is moved: the moment in which others push. */
  beforeUpdate: () => void = () => {};

  /** Commits files on top of a branch, as somebody else would. */
  push(files: Record<string, string>, branch = 'main'): string {
    const parent = this.branches.get(branch);
    const before = parent ? this.commits.get(parent)!.tree : new Map();
    const tree = new Map([...before, ...Object.entries(files)]);
    const sha = shaOf(['push', branch, parent, ...tree]);
    this.commits.set(sha, { tree, message: 'push' });
    this.branches.set(branch, sha);
    return sha;
  }

  files(branch = 'main'): Record<string, string> {
    const head = this.branches.get(branch);
    return Object.fromEntries(head ? this.commits.get(head)!.tree : []);
  }

  message(branch = 'main'): string {
    return this.commits.get(this.branches.get(branch)!)!.message;
  }
}

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
        response.end(answer.text ?? JSON.stringify(answer.body ?? {}));
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
    const match = /^\/api\/v3\/repos\/([^/]+\/[^/]+)\/?(.*)$/.exec(path);
    const repository = match && this.repositories.get(match[1]);
    if (!match || !repository) {
      return notFound();
    }
    return new Route(repository, url, body, `${this.url}/${match[1]}`).answer(
      `${method} ${match[2]}`,
    );
  }
}

class Route {
  constructor(
    private readonly repository: FakeRepository,
    private readonly url: URL,
    private readonly body: Body,
    private readonly web: string,
  ) {}

  answer(route: string): Answer {
    const { repository, url } = this;
    const rest = (prefix: string) => route.slice(prefix.length);
    if (route === 'GET ') {
      return { body: { default_branch: 'main' } };
    }
    if (route.startsWith('GET git/ref/heads/')) {
      const sha = repository.branches.get(rest('GET git/ref/heads/'));
      return sha ? { body: { object: { sha } } } : notFound();
    }
    if (route.startsWith('GET contents/')) {
      return this.#content(rest('GET contents/'));
    }
    if (route.startsWith('GET git/commits/')) {
      return { body: { tree: { sha: `tree-${rest('GET git/commits/')}` } } };
    }
    if (route === 'GET pulls') {
      const branch = url.searchParams.get('head')?.split(':')[1];
      return {
        body: repository.pulls
          .filter(({ head }) => head === branch)
          .map(pull => ({ html_url: pull.url, head: { ref: pull.head } })),
      };
    }
    if (route === 'GET actions/runs') {
      return { body: { workflow_runs: repository.runs } };
    }
    const jobs = /^GET actions\/runs\/(\d+)\/jobs$/.exec(route);
    if (jobs) {
      return { body: { jobs: repository.jobs[Number(jobs[1])] ?? [] } };
    }
    const logs = /^GET actions\/jobs\/(\d+)\/logs$/.exec(route);
    if (logs) {
      const text = repository.logs[Number(logs[1])];
      return text ? { text } : notFound();
    }
    return this.#write(route);
  }

  #write(route: string): Answer {
    const { body, repository } = this;
    if (route === 'POST git/trees') {
      const base = String(body.base_tree).replace('tree-', '');
      const tree: Tree = new Map(repository.commits.get(base)!.tree);
      for (const entry of body.tree) {
        tree.set(entry.path, entry.content);
      }
      const sha = shaOf([...tree]);
      repository.trees.set(sha, tree);
      return { status: 201, body: { sha } };
    }
    if (route === 'POST git/commits') {
      const sha = shaOf([body.tree, ...body.parents, body.message]);
      const tree = repository.trees.get(body.tree)!;
      repository.commits.set(sha, { tree, message: body.message });
      this.repository.trees.set(
        `parent-of-${sha}`,
        new Map([[body.parents[0], '']]),
      );
      return { status: 201, body: { sha } };
    }
    if (route.startsWith('PATCH git/refs/heads/')) {
      return this.#updateBranch(route.slice('PATCH git/refs/heads/'.length));
    }
    if (route === 'POST git/refs') {
      repository.branches.set(body.ref.slice('refs/heads/'.length), body.sha);
      return { status: 201 };
    }
    if (route.startsWith('DELETE git/refs/heads/')) {
      repository.branches.delete(route.slice('DELETE git/refs/heads/'.length));
      return { status: 204 };
    }
    if (route === 'POST pulls') {
      const pull = {
        head: body.head,
        title: body.title,
        url: `${this.web}/pull/${repository.pulls.length + 1}`,
      };
      repository.pulls.push(pull);
      return { status: 201, body: { html_url: pull.url } };
    }
    return notFound();
  }

  #updateBranch(branch: string): Answer {
    const { body, repository } = this;
    repository.beforeUpdate();
    const [parent] = repository.trees.get(`parent-of-${body.sha}`)!.keys();
    if (repository.branches.get(branch) !== parent) {
      return {
        status: 422,
        body: { message: 'Update is not a fast forward' },
      };
    }
    repository.branches.set(branch, body.sha);
    return { body: { object: { sha: body.sha } } };
  }

  #content(path: string): Answer {
    const { repository, url } = this;
    const ref = url.searchParams.get('ref') ?? 'main';
    const sha = repository.branches.get(ref) ?? ref;
    const tree = repository.commits.get(sha)?.tree;
    const text = tree?.get(path);
    if (text !== undefined) {
      const content = Buffer.from(text).toString('base64');
      return { body: { type: 'file', content } };
    }
    const names = [...(tree?.keys() ?? [])]
      .filter(name => name.startsWith(`${path}/`))
      .map(name => name.slice(path.length + 1).split('/')[0]);
    return names.length > 0
      ? { body: [...new Set(names)].map(name => ({ name })) }
      : notFound();
  }
}

function notFound(): Answer {
  return { status: 404, body: { message: 'Not Found' } };
}

function shaOf(parts: unknown): string {
  return createHash('sha1').update(JSON.stringify(parts)).digest('hex');
}
