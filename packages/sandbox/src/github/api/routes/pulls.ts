import { Request, Response, Router } from 'express';
import { diffFiles, FileDifference } from '../../git/diffFiles';
import { CommitFacts, readCommits } from '../../git/readCommits';
import { mergePullRequest } from '../../pulls/mergePullRequest';
import { commitJson, differenceJson } from '../../render/commitJson';
import { fullPullJson, pullJson } from '../../render/pullJson';
import { Services } from '../../Services';
import { MergeMethod, PullRequest } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { requirePull } from '../requirePull';
import { sendPage } from '../sendPage';
import { wantsMedia } from '../wantsMedia';

const PULLS = '/repos/:owner/:repo/pulls';
const METHODS: MergeMethod[] = ['merge', 'squash', 'rebase'];

/** Pull requests: opening, listing, changing, merging. */
export function pullRoutes(services: Services): Router {
  const router = Router();
  const routes: [
    'get' | 'post' | 'patch' | 'put',
    string,
    (services: Services, req: Request, res: Response) => Promise<void>,
  ][] = [
    ['get', PULLS, list],
    ['post', PULLS, open],
    ['get', `${PULLS}/:number`, single],
    ['patch', `${PULLS}/:number`, update],
    ['get', `${PULLS}/:number/files`, files],
    ['get', `${PULLS}/:number/commits`, commits],
    ['get', `${PULLS}/:number/merge`, isMerged],
    ['put', `${PULLS}/:number/merge`, merge],
  ];
  for (const [method, path, handler] of routes) {
    router[method](
      path,
      asyncRoute((req, res) => handler(services, req, res)),
    );
  }
  return router;
}

async function list(services: Services, req: Request, res: Response) {
  const { repository } = services.repositoryOf(req, {
    area: 'pull_requests',
    access: 'read',
  });
  const { state = 'open', head, base, sort, direction } = req.query;
  const isAscending = (direction ?? (sort ? 'asc' : 'desc')) === 'asc';
  const key = sort === 'updated' ? 'updatedAt' : 'createdAt';
  const items = services.threads
    .pulls(repository)
    .filter(pull => state === 'all' || pull.state === state)
    .filter(pull => !head || `${repository.owner}:${pull.head}` === head)
    .filter(pull => !base || pull.base === base)
    .sort((a, b) => {
      const order = a[key].localeCompare(b[key]) || a.number - b.number;
      return isAscending ? order : -order;
    });
  const toJson = (pull: PullRequest) => pullJson(services, repository, pull);
  await sendPage({ req, res, items, toJson });
}

async function open(services: Services, req: Request, res: Response) {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'pull_requests',
    access: 'write',
  });
  const body = readBody(req, {
    title: 'string',
    head: 'string',
    base: 'string',
    body: 'string?',
    draft: 'boolean?',
  });
  const [owner, branch] = body.head.includes(':')
    ? body.head.split(':')
    : [repository.owner, body.head];
  if (owner.toLowerCase() !== repository.owner.toLowerCase()) {
    throw GitHubError.validation({
      resource: 'PullRequest',
      field: 'head',
      code: 'invalid',
    });
  }
  if (body.title.trim() === '') {
    throw GitHubError.validation({
      resource: 'PullRequest',
      field: 'title',
      code: 'missing_field',
    });
  }
  const pull = await services.pulls.open(repository, {
    ...body,
    head: branch,
    author: caller!.account,
  });
  const json = await fullPullJson(services, repository, pull);
  res.setHeader('Location', String(json.url));
  res.status(201).json(json);
}

async function single(services: Services, req: Request, res: Response) {
  const { repository, pull } = requirePull(services, req);
  if (wantsMedia(req, 'diff')) {
    const content = services.repositories.content(repository);
    const range = `${pull.baseSha}...${pull.headSha}`;
    const diff = await content.run(['diff', '--no-ext-diff', range]);
    res.type('application/vnd.github.diff; charset=utf-8').send(diff);
    return;
  }
  res.json(await fullPullJson(services, repository, pull));
}

async function update(services: Services, req: Request, res: Response) {
  const { repository, pull, caller } = requirePull(services, req, 'write');
  const body = readBody(req, {
    title: 'string?',
    body: 'string?',
    state: 'string?',
    base: 'string?',
  });
  const sender = caller!.account;
  pull.title = body.title ?? pull.title;
  pull.body = body.body ?? pull.body;
  if (body.base !== undefined && body.base !== pull.base) {
    const baseSha = await services.repositories.head(
      repository,
      `refs/heads/${body.base}`,
    );
    if (!baseSha) {
      throw GitHubError.validation({
        resource: 'PullRequest',
        field: 'base',
        code: 'invalid',
      });
    }
    pull.base = body.base;
    pull.baseSha = baseSha;
  }
  if (body.state === 'closed' && pull.state === 'open') {
    services.pulls.close(pull);
    services.pulls.changed('closed', { repository, pull, sender });
  } else if (body.state === 'open' && pull.state === 'closed') {
    if (pull.merged) {
      throw GitHubError.validation({
        resource: 'PullRequest',
        field: 'state',
        code: 'invalid',
        message: 'state cannot be changed. The pull request was merged.',
      });
    }
    pull.state = 'open';
    pull.closedAt = undefined;
    services.pulls.changed('reopened', { repository, pull, sender });
  } else {
    services.pulls.changed('edited', { repository, pull, sender });
  }
  res.json(await fullPullJson(services, repository, pull));
}

async function files(services: Services, req: Request, res: Response) {
  const { repository, pull } = requirePull(services, req);
  const content = services.repositories.content(repository);
  const from = await content.mergeBase(pull.baseSha, pull.headSha);
  const items = await diffFiles(content, from, pull.headSha);
  const sha = pull.headSha;
  const toJson = (file: FileDifference) =>
    differenceJson(services, { repository, sha, file });
  await sendPage({ req, res, items, toJson });
}

async function commits(services: Services, req: Request, res: Response) {
  const { repository, pull } = requirePull(services, req);
  const content = services.repositories.content(repository);
  const items = await readCommits(content, [
    '-250',
    `${pull.baseSha}..${pull.headSha}`,
    '--',
  ]);
  const toJson = (item: CommitFacts) => commitJson(services, repository, item);
  await sendPage({ req, res, items: items.reverse(), toJson });
}

async function isMerged(services: Services, req: Request, res: Response) {
  if (!requirePull(services, req).pull.merged) {
    throw GitHubError.notFound();
  }
  res.status(204).end();
}

async function merge(services: Services, req: Request, res: Response) {
  const { repository, pull } = requirePull(services, req);
  const { caller } = services.repositoryOf(req, {
    area: 'contents',
    access: 'write',
  });
  const body = readBody(req, {
    commit_title: 'string?',
    commit_message: 'string?',
    sha: 'string?',
    merge_method: 'string?',
  });
  const method = (body.merge_method ?? 'merge') as MergeMethod;
  if (!METHODS.includes(method)) {
    throw new GitHubError(
      422,
      `Invalid request.\n\n${JSON.stringify(
        method,
      )} is not a member of ["merge", "squash", "rebase"].`,
    );
  }
  const sha = await mergePullRequest(services, {
    repository,
    pull,
    account: caller!.account,
    method,
    title: body.commit_title,
    message: body.commit_message,
    sha: body.sha,
  });
  res.json({ sha, merged: true, message: 'Pull Request successfully merged' });
}
