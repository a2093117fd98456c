import { Request, Response, Router } from 'express';
import { diffFiles } from '../../git/diffFiles';
import { GitRepository } from '../../git/GitRepository';
import { readCommit, readCommits } from '../../git/readCommits';
import { commitJson, differenceJson } from '../../render/commitJson';
import { Services } from '../../Services';
import { JsonObject, Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { pageOf } from '../pageOf';
import { wantsMedia } from '../wantsMedia';

const REPOSITORY = '/repos/:owner/:repo';

/** Commits, comparisons, branches' history. */
export function commitRoutes(services: Services): Router {
  const router = Router();
  router.get(
    `${REPOSITORY}/commits`,
    asyncRoute((req, res) => list(services, req, res)),
  );
  router.get(
    `${REPOSITORY}/compare/*`,
    asyncRoute((req, res) => compare(services, req, res)),
  );
  // Last of its family: branch names have slashes.
  router.get(
    `${REPOSITORY}/commits/*`,
    asyncRoute((req, res) => single(services, req, res)),
  );
  return router;
}

function reading(services: Services, req: Request) {
  const { repository } = services.repositoryOf(req, {
    area: 'contents',
    access: 'read',
  });
  return { repository, content: services.repositories.content(repository) };
}

async function list(services: Services, req: Request, res: Response) {
  const { repository, content } = reading(services, req);
  const query = (name: string) => {
    const value = req.query[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const asked = query('sha');
  const start = await content.commit(asked ?? repository.defaultBranch);
  if (!start) {
    throw asked
      ? GitHubError.notFound()
      : new GitHubError(409, 'Git Repository is empty.');
  }
  const filters = [
    ...(query('since') ? [`--since=${query('since')}`] : []),
    ...(query('until') ? [`--until=${query('until')}`] : []),
    ...(query('author')
      ? ['--fixed-strings', `--author=${authorOf(services, query('author')!)}`]
      : []),
  ];
  const paths = query('path') ? [query('path')!] : [];
  const total = Number(
    await content.text([
      'rev-list',
      '--count',
      ...filters,
      start,
      '--',
      ...paths,
    ]),
  );
  const { start: skip, end } = pageOf(req, res, total);
  const commits = await readCommits(content, [
    ...filters,
    `--skip=${skip}`,
    `-${end - skip}`,
    start,
    '--',
    ...paths,
  ]);
  res.json(commits.map(commit => commitJson(services, repository, commit)));
}

function authorOf(services: Services, author: string): string {
  return services.accounts.find(author)?.email ?? author;
}

async function single(services: Services, req: Request, res: Response) {
  const { repository, content } = reading(services, req);
  const ref = req.params[0];
  const sha = await content.commit(ref);
  if (!sha) {
    throw new GitHubError(422, `No commit found for SHA: ${ref}`);
  }
  if (wantsMedia(req, 'sha')) {
    res.type('application/vnd.github.sha; charset=utf-8').send(sha);
    return;
  }
  if (wantsMedia(req, 'diff')) {
    const diff = await content.run([
      'diff-tree',
      '-p',
      '--root',
      '--no-commit-id',
      sha,
    ]);
    res.type('application/vnd.github.diff; charset=utf-8').send(diff);
    return;
  }
  const commit = await readCommit(content, sha);
  const files = await diffFiles(content, commit.parents[0], sha);
  const additions = files.reduce((sum, file) => sum + file.additions, 0);
  const deletions = files.reduce((sum, file) => sum + file.deletions, 0);
  const { start, end } = pageOf(req, res, files.length);
  const page = req.query.page ? files.slice(start, end) : files.slice(0, 300);
  res.json({
    ...commitJson(services, repository, commit),
    stats: { total: additions + deletions, additions, deletions },
    files: page.map(file =>
      differenceJson(services, { repository, sha, file }),
    ),
  });
}

async function compare(services: Services, req: Request, res: Response) {
  const { repository, content } = reading(services, req);
  const [base, head] = req.params[0]
    .split('...')
    .map(ref => ref.slice(ref.indexOf(':') + 1));
  const [from, to] = [
    await content.commit(base ?? ''),
    await content.commit(head ?? ''),
  ];
  if (!from || !to) {
    throw GitHubError.notFound();
  }
  res.json(
    await comparisonJson(services, {
      repository,
      content,
      from,
      to,
      name: req.params[0],
    }),
  );
}

async function comparisonJson(
  services: Services,
  options: {
    repository: Repository;
    content: GitRepository;
    from: string;
    to: string;
    name: string;
  },
): Promise<JsonObject> {
  const { repository, content, from, to, name } = options;
  const base = await content.mergeBase(from, to);
  if (!base) {
    throw new GitHubError(404, `No common ancestor between ${name}.`);
  }
  const count = async (range: string) =>
    Number(await content.text(['rev-list', '--count', range, '--']));
  const ahead = await count(`${from}..${to}`);
  const behind = await count(`${to}..${from}`);
  const commits = await readCommits(content, ['-250', `${from}..${to}`, '--']);
  const files = await diffFiles(content, base, to);
  const html = `${services.url}/${repository.fullName}/compare`;
  const json = async (sha: string) =>
    commitJson(services, repository, await readCommit(content, sha));
  return {
    url: `${services.apiUrl}/repos/${repository.fullName}/compare/${name}`,
    html_url: `${html}/${name}`,
    permalink_url: `${html}/${from.slice(0, 12)}...${to.slice(0, 12)}`,
    diff_url: `${html}/${name}.diff`,
    patch_url: `${html}/${name}.patch`,
    base_commit: await json(from),
    merge_base_commit: await json(base),
    status: statusOf(ahead, behind),
    ahead_by: ahead,
    behind_by: behind,
    total_commits: ahead,
    commits: commits
      .reverse()
      .map(commit => commitJson(services, repository, commit)),
    files: files
      .slice(0, 300)
      .map(file => differenceJson(services, { repository, sha: to, file })),
  };
}

function statusOf(ahead: number, behind: number): string {
  if (ahead > 0 && behind > 0) {
    return 'diverged';
  }
  if (ahead > 0) {
    return 'ahead';
  }
  return behind > 0 ? 'behind' : 'identical';
}
