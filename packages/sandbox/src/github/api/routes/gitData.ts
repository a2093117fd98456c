import { Request, Response, Router } from 'express';
import { GitRepository, TreeChange } from '../../git/GitRepository';
import { isRefName } from '../../git/isRefName';
import { isTreePath } from '../../git/isTreePath';
import { readCommit } from '../../git/readCommits';
import { gitCommitJson } from '../../render/commitJson';
import { nodeId } from '../../render/nodeId';
import { refJson } from '../../render/refJson';
import { Services } from '../../Services';
import { JsonObject, Repository } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { decodeBase64 } from '../decodeBase64';
import { GitHubError } from '../GitHubError';
import { identityOf } from '../identityOf';
import { readBody } from '../readBody';
import { wantsMedia } from '../wantsMedia';

const GIT = '/repos/:owner/:repo/git';
const MODES = ['100644', '100755', '040000', '160000', '120000'];

/** Blobs, trees and commits, as git has them. */
export function gitDataRoutes(services: Services): Router {
  const router = Router();
  const routes: [
    'get' | 'post',
    string,
    (services: Services, req: Request, res: Response) => Promise<void>,
  ][] = [
    ['get', `${GIT}/blobs/:sha`, readBlob],
    ['post', `${GIT}/blobs`, createBlob],
    ['get', `${GIT}/trees/*`, readTree],
    ['post', `${GIT}/trees`, createTree],
    ['get', `${GIT}/commits/:sha`, readGitCommit],
    ['post', `${GIT}/commits`, createCommit],
    ['get', `${GIT}/tags/:sha`, readTag],
    ['post', `${GIT}/tags`, createTag],
  ];
  for (const [method, path, handler] of routes) {
    router[method](
      path,
      asyncRoute((req, res) => handler(services, req, res)),
    );
  }
  return router;
}

function reading(services: Services, req: Request) {
  const { repository } = services.repositoryOf(req, {
    area: 'contents',
    access: 'read',
  });
  const content = services.repositories.content(repository);
  const self = `${services.apiUrl}/repos/${repository.fullName}/git`;
  return { repository, content, self };
}

async function writing(services: Services, req: Request) {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'contents',
    access: 'write',
  });
  const content = services.repositories.content(repository);
  if ((await content.refs('refs/heads')).length === 0) {
    throw new GitHubError(409, 'Git Repository is empty.');
  }
  const self = `${services.apiUrl}/repos/${repository.fullName}/git`;
  return { repository, caller: caller!, content, self };
}

async function requireType(
  content: GitRepository,
  sha: string,
  type: string,
): Promise<string> {
  const isSha = /^[0-9a-f]{40}$/.test(sha);
  if (!isSha || (await content.typeOf(sha)) !== type) {
    throw GitHubError.notFound();
  }
  return sha;
}

async function readBlob(services: Services, req: Request, res: Response) {
  const { content, self } = reading(services, req);
  const sha = await requireType(content, req.params.sha, 'blob');
  const body = await content.read(sha);
  if (wantsMedia(req, 'raw')) {
    res.type('application/vnd.github.raw; charset=utf-8').send(body);
    return;
  }
  res.json({
    sha,
    node_id: nodeId('Blob', sha),
    size: body.length,
    url: `${self}/blobs/${sha}`,
    content: body.toString('base64').replace(/(.{60})/g, '$1\n'),
    encoding: 'base64',
  });
}

async function createBlob(services: Services, req: Request, res: Response) {
  const { content, self } = await writing(services, req);
  const body = readBody(req, { content: 'string', encoding: 'string?' });
  const data =
    body.encoding === 'base64'
      ? decodeBase64(body.content)
      : Buffer.from(body.content, 'utf8');
  const sha = await content.writeBlob(data);
  const url = `${self}/blobs/${sha}`;
  res.setHeader('Location', url);
  res.status(201).json({ sha, url });
}

async function treeJson(options: {
  content: GitRepository;
  self: string;
  sha: string;
  recursive: boolean;
}): Promise<JsonObject> {
  const { content, self, sha, recursive } = options;
  const entries = (await content.tree(sha, { recursive }))!;
  return {
    sha,
    url: `${self}/trees/${sha}`,
    tree: entries.map(entry => ({
      path: entry.path,
      mode: entry.mode,
      type: entry.type,
      sha: entry.sha,
      ...(entry.size !== undefined && { size: entry.size }),
      ...(entry.type !== 'commit' && {
        url: `${self}/${entry.type}s/${entry.sha}`,
      }),
    })),
    truncated: false,
  };
}

async function readTree(services: Services, req: Request, res: Response) {
  const { content, self } = reading(services, req);
  const asked = req.params[0];
  const isTree =
    /^[0-9a-f]{40}$/.test(asked) && (await content.typeOf(asked)) === 'tree';
  const commit = isTree ? undefined : await content.commit(asked);
  const sha = isTree
    ? asked
    : commit && (await content.object(`${commit}^{tree}`));
  if (!sha) {
    if ((await content.refs('refs/heads')).length === 0) {
      throw new GitHubError(409, 'Git Repository is empty.');
    }
    throw GitHubError.notFound();
  }
  const recursive = req.query.recursive !== undefined;
  res.json(await treeJson({ content, self, sha, recursive }));
}

async function createTree(services: Services, req: Request, res: Response) {
  const { content, self } = await writing(services, req);
  const body = readBody(req, { tree: 'array', base_tree: 'string?' });
  const base = body.base_tree && (await treeOf(content, body.base_tree));
  if (base === null) {
    throw new GitHubError(422, 'base_tree is not a valid tree oid');
  }
  const known = base
    ? new Set((await content.tree(base, { recursive: true }))!.map(e => e.path))
    : new Set<string>();
  const changes: TreeChange[] = [];
  for (const entry of body.tree) {
    changes.push(await readChange(content, entry));
  }
  if (changes.some(change => !change.sha && !known.has(change.path))) {
    throw new GitHubError(422, 'GitRPC::BadObjectState');
  }
  const sha = await content.writeTree(base || undefined, changes);
  res.setHeader('Location', `${self}/trees/${sha}`);
  res
    .status(201)
    .json(await treeJson({ content, self, sha, recursive: false }));
}

async function treeOf(
  content: GitRepository,
  sha: string,
): Promise<string | null> {
  return /^[0-9a-f]{40}$/.test(sha)
    ? (await content.object(`${sha}^{tree}`)) ?? null
    : null;
}

async function readChange(
  content: GitRepository,
  entry: unknown,
): Promise<TreeChange> {
  const fields = readBody(
    { body: entry },
    {
      path: 'string?',
      mode: 'string?',
      type: 'string?',
      sha: 'string?',
      content: 'string?',
    },
  );
  const { path = '', mode = '100644', content: text } = fields;
  const isDeletion =
    (entry as { sha?: unknown } | null)?.sha === null && text === undefined;
  if (!isTreePath(path)) {
    throw new GitHubError(422, 'tree.path contains a malformed path component');
  }
  if (!MODES.includes(mode)) {
    throw new GitHubError(
      422,
      'Must supply a valid tree.mode: 100644, 100755, 040000, 160000 or 120000',
    );
  }
  if (isDeletion) {
    return { path, mode: '100644', sha: undefined };
  }
  if (fields.sha !== undefined && text !== undefined) {
    throw new GitHubError(422, 'Must supply either tree.sha or tree.content');
  }
  if (text !== undefined) {
    return { path, mode, sha: await content.writeBlob(Buffer.from(text)) };
  }
  const wanted = mode === '040000' ? 'tree' : 'blob';
  const isThere =
    fields.sha !== undefined &&
    /^[0-9a-f]{40}$/.test(fields.sha) &&
    (mode === '160000' || (await content.typeOf(fields.sha)) === wanted);
  if (!isThere) {
    throw new GitHubError(
      422,
      `tree.sha ${fields.sha ?? ''} is not a valid ${wanted}`,
    );
  }
  return { path, mode, sha: fields.sha };
}

async function readGitCommit(services: Services, req: Request, res: Response) {
  const { repository, content } = reading(services, req);
  const sha = await requireType(content, req.params.sha, 'commit');
  res.json(gitCommitJson(services, repository, await readCommit(content, sha)));
}

async function createCommit(services: Services, req: Request, res: Response) {
  const { repository, caller, content, self } = await writing(services, req);
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
  const { repository, content } = reading(services, req);
  const sha = await requireType(content, req.params.sha, 'tag');
  res.json(await tagJson({ services, repository, content, sha }));
}

async function createTag(services: Services, req: Request, res: Response) {
  const { repository, caller, content } = await writing(services, req);
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
