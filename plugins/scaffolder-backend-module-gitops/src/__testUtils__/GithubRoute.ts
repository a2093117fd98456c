import { FakeRepository, shaOf, Tree } from './FakeRepository';

/** What a request is answered with. */
export interface Answer {
  status?: number;
  body?: unknown;
  text?: string;
}

/** Of a request; only what the actions send. */
export interface Body {
  [field: string]: any;
}

/** Answers the requests to one repository. */
export class GithubRoute {
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

/** What GitHub says of what it does not have, or will not show. */
export function notFound(): Answer {
  return { status: 404, body: { message: 'Not Found' } };
}
