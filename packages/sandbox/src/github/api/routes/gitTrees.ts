import { Request, Response, Router } from 'express';
import { GitRepository, TreeChange } from '../../git/GitRepository';
import { isTreePath } from '../../git/isTreePath';
import { Services } from '../../Services';
import { JsonObject } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readingGit, treeOf, writingGit } from '../gitPlace';
import { readBody } from '../readBody';

const GIT = '/repos/:owner/:repo/git';
const MODES = ['100644', '100755', '040000', '160000', '120000'];

/** Folders, as git has them. */
export function gitTreeRoutes(services: Services): Router {
  const router = Router();
  router.get(
    `${GIT}/trees/*`,
    asyncRoute((req, res) => readTree(services, req, res)),
  );
  router.post(
    `${GIT}/trees`,
    asyncRoute((req, res) => createTree(services, req, res)),
  );
  return router;
}

async function readTree(services: Services, req: Request, res: Response) {
  const { content, self } = readingGit(services, req);
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
  const { content, self } = await writingGit(services, req);
  const body = readBody(req, { tree: 'array', base_tree: 'string?' });
  const base = body.base_tree
    ? await treeOf(content, body.base_tree)
    : undefined;
  if (body.base_tree && !base) {
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
  const sha = await content.writeTree(base, changes);
  res.setHeader('Location', `${self}/trees/${sha}`);
  res
    .status(201)
    .json(await treeJson({ content, self, sha, recursive: false }));
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
