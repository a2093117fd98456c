import { Request, Response, Router } from 'express';
import { GitRepository } from '../../git/GitRepository';
import { isRefName } from '../../git/isRefName';
import { readCommit } from '../../git/readCommits';
import { gitCommitJson } from '../../render/commitJson';
import { nodeId } from '../../render/nodeId';
import { refJson } from '../../render/refJson';
import { Services } from '../../Services';
import { JsonObject, Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readingGit, requireObject, treeOf, writingGit } from '../gitPlace';
import { identityOf } from '../identityOf';
import { readBody } from '../readBody';

const GIT = '/repos/:owner/:repo/git';

/** Commits and annotated tags, as git has them. */
export function gitCommitRoutes(services: Services): Router {
  const router = Router();
  router.get(
    `${GIT}/commits/:sha`,
    asyncRoute((req, res) => readGitCommit(services, req, res)),
  );
  router.post(
    `${GIT}/commits`,
    asyncRoute((req, res) => createCommit(services, req, res)),
  );
  router.get(
    `${GIT}/tags/:sha`,
    asyncRoute((req, res) => readTag(services, req, res)),
  );
  router.post(
    `${GIT}/tags`,
    asyncRoute((req, res) => createTag(services, req, res)),
  );
  return router;
}

async function readGitCommit(services: Services, req: Request, res: Response) {
  const { repository, content } = readingGit(services, req);
  const sha = await requireObject(content, req.params.sha, 'commit');
  res.json(gitCommitJson(services, repository, await readCommit(content, sha)));
}

async function createCommit(services: Services, req: Request, res: Response) {
  const { repository, caller, content, self } = await writingGit(services, req);
  const body = readBody(req, {
    message: 'string',
    tree: 'string',
    parents: 'array?',
    author: 'object?',
    committer: 'object?',
  });
  if (!(await treeOf(content, body.tree))) {
    throw new GitHubError(422, 'Tree SHA does not exist');
  }
  const parents = (body.parents ?? []).map(String);
  for (const parent of parents) {
    const isCommit =
      /^[0-9a-f]{40}$/.test(parent) &&
      (await content.typeOf(parent)) === 'commit';
    if (!isCommit) {
      throw new GitHubError(
        422,
        'Parent SHA does not exist or is not a commit object',
      );
    }
  }
  const sha = await content.writeCommit({
    tree: body.tree,
    parents,
    message: body.message,
    ...identityOf(services, caller, body),
  });
  res.setHeader('Location', `${self}/commits/${sha}`);
  res
    .status(201)
    .json(gitCommitJson(services, repository, await readCommit(content, sha)));
}

async function readTag(services: Services, req: Request, res: Response) {
  const { repository, content } = readingGit(services, req);
  const sha = await requireObject(content, req.params.sha, 'tag');
  res.json(await tagJson({ services, repository, content, sha }));
}

async function createTag(services: Services, req: Request, res: Response) {
  const { repository, caller, content } = await writingGit(services, req);
  const body = readBody(req, {
    tag: 'string',
    message: 'string',
    object: 'string',
    type: 'string',
    tagger: 'object?',
  });
  const type = /^[0-9a-f]{40}$/.test(body.object)
    ? await content.typeOf(body.object)
    : undefined;
  if (!isRefName(body.tag) || type !== body.type) {
    throw new GitHubError(422, 'Could not verify object');
  }
  const { author } = identityOf(services, caller, { author: body.tagger });
  const seconds = Math.floor(Date.parse(author.date) / 1000);
  const clean = (text: string) => text.replace(/[<>\n\r]/g, '');
  const sha = await content.text(['mktag'], {
    input: `object ${body.object}\ntype ${body.type}\ntag ${
      body.tag
    }\ntagger ${clean(author.name)} <${clean(
      author.email,
    )}> ${seconds} +0000\n\n${body.message}\n`,
  });
  res.status(201).json(await tagJson({ services, repository, content, sha }));
}

async function tagJson(options: {
  services: Services;
  repository: Repository;
  content: GitRepository;
  sha: string;
}): Promise<JsonObject> {
  const { services, repository, content, sha } = options;
  const [head, ...message] = (
    await content.text(['cat-file', 'tag', sha])
  ).split('\n\n');
  const field = (name: string) =>
    new RegExp(`^${name} (.*)$`, 'm').exec(head)?.[1] ?? '';
  const tagger = /^(.*) <(.*)> (\d+)/.exec(field('tagger'));
  const target = refJson(services, repository, {
    ref: `refs/tags/${field('tag')}`,
    sha: field('object'),
    type: field('type'),
  });
  return {
    node_id: nodeId('Tag', sha),
    tag: field('tag'),
    sha,
    url: `${services.apiUrl}/repos/${repository.fullName}/git/tags/${sha}`,
    message: message.join('\n\n'),
    tagger: {
      name: tagger?.[1] ?? '',
      email: tagger?.[2] ?? '',
      date: new Date(Number(tagger?.[3] ?? 0) * 1000).toISOString(),
    },
    object: target.object,
  };
}
