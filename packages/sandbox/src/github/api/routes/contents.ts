import { Request, Response, Router } from 'express';
import { GitRepository, NO_COMMIT } from '../../git/GitRepository';
import { isRefName } from '../../git/isRefName';
import { isTreePath } from '../../git/isTreePath';
import { readCommit } from '../../git/readCommits';
import { gitCommitJson } from '../../render/commitJson';
import { contentJson } from '../../render/contentJson';
import { Services } from '../../Services';
import { Repository, TreeEntry } from '../../types';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { decodeBase64 } from '../decodeBase64';
import { identityOf } from '../identityOf';
import { readBody } from '../readBody';
import { wantsMedia } from '../wantsMedia';

const PATH = '/repos/:owner/:repo/contents/*';

/** Files by path: read, write, delete. */
export function contentsRoutes(services: Services): Router {
  const router = Router();
  router.get(
    ['/repos/:owner/:repo/contents', PATH],
    asyncRoute((req, res) => readContents(services, req, res)),
  );
  router.get(
    ['/repos/:owner/:repo/readme', '/repos/:owner/:repo/readme/*'],
    asyncRoute((req, res) => readReadme(services, req, res)),
  );
  router.put(
    PATH,
    asyncRoute((req, res) => writeFile(services, req, res)),
  );
  router.delete(
    PATH,
    asyncRoute((req, res) => deleteFile(services, req, res)),
  );
  return router;
}

async function readContents(services: Services, req: Request, res: Response) {
  const { repository } = services.repositoryOf(req, {
    area: 'contents',
    access: 'read',
  });
  const path = cleanPath(req.params[0]);
  const { commit, ref } = await commitOf(services, repository, req);
  const content = services.repositories.content(repository);
  const item = { repository, ref, path };

  const folder = await content.tree(`${commit}:${path}`);
  if (folder) {
    const entries = await Promise.all(
      folder.map(async entry =>
        contentJson(services, {
          ...item,
          path: path ? `${path}/${entry.path}` : entry.path,
          entry,
        }),
      ),
    );
    const isObject = wantsMedia(req, 'object');
    res.json(isObject ? { type: 'dir', path, entries } : entries);
    return;
  }
  const entry = await content.entry(commit, path);
  if (!entry) {
    throw GitHubError.notFound();
  }
  if (entry.type === 'commit') {
    res.json(contentJson(services, { ...item, entry }));
    return;
  }
  const body = await content.read(entry.sha);
  if (wantsMedia(req, 'raw')) {
    res.type('application/vnd.github.raw; charset=utf-8').send(body);
    return;
  }
  res.json(contentJson(services, { ...item, entry, body }));
}

async function readReadme(services: Services, req: Request, res: Response) {
  const { repository } = services.repositoryOf(req, {
    area: 'contents',
    access: 'read',
  });
  const folder = cleanPath(req.params[0]);
  const { ref } = await commitOf(services, repository, req);
  const entries = await services.repositories.listFiles(
    repository,
    ref,
    folder,
  );
  const readme = entries.find(entry => /^readme(\.\w+)?$/i.test(entry.path));
  if (!readme) {
    throw GitHubError.notFound();
  }
  req.params[0] = folder ? `${folder}/${readme.path}` : readme.path;
  await readContents(services, req, res);
}

async function writeFile(services: Services, req: Request, res: Response) {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'contents',
    access: 'write',
  });
  const body = readBody(req, {
    message: 'string',
    content: 'string',
    sha: 'string?',
    branch: 'string?',
    author: 'object?',
    committer: 'object?',
  });
  const path = filePath(req);
  const data = decodeBase64(body.content);
  const place = await placeOf(services, repository, body.branch);
  const existing = await blobAt(place.content, place.commit, path);
  if (existing && !body.sha) {
    throw new GitHubError(422, 'Invalid request.\n\n"sha" wasn\'t supplied.');
  }
  if (body.sha && existing?.sha !== body.sha) {
    throw new GitHubError(409, `${path} does not match ${body.sha}`);
  }
  const blob = await place.content.writeBlob(data);
  const tree = await place.content.writeTree(place.commit, [
    { path, mode: existing?.mode ?? '100644', sha: blob },
  ]);
  const commit = await commitTree(services, {
    repository,
    place,
    tree,
    message: body.message,
    verb: existing ? 'update' : 'create',
    ...identityOf(services, caller!, body),
    pusher: caller!.account,
  });
  const entry = (await blobAt(place.content, commit, path))!;
  res.status(existing ? 200 : 201).json({
    content: contentJson(services, {
      repository,
      ref: place.branch,
      path,
      entry,
    }),
    commit: gitCommitJson(
      services,
      repository,
      await readCommit(place.content, commit),
    ),
  });
}

async function deleteFile(services: Services, req: Request, res: Response) {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'contents',
    access: 'write',
  });
  // Octokit sends the fields of a DELETE as query parameters or as a body.
  const body = readBody(
    { body: { ...req.query, ...req.body } },
    {
      message: 'string',
      sha: 'string',
      branch: 'string?',
      author: 'object?',
      committer: 'object?',
    },
  );
  const path = filePath(req);
  const place = await placeOf(services, repository, body.branch);
  const existing = await blobAt(place.content, place.commit, path);
  if (!existing) {
    throw GitHubError.notFound();
  }
  if (existing.sha !== body.sha) {
    throw new GitHubError(409, `${path} does not match ${body.sha}`);
  }
  const tree = await place.content.writeTree(place.commit, [
    { path, mode: existing.mode, sha: undefined },
  ]);
  const commit = await commitTree(services, {
    repository,
    place,
    tree,
    message: body.message,
    verb: 'delete',
    ...identityOf(services, caller!, body),
    pusher: caller!.account,
  });
  res.json({
    content: null,
    commit: gitCommitJson(
      services,
      repository,
      await readCommit(place.content, commit),
    ),
  });
}

interface Place {
  content: GitRepository;
  branch: string;
  /** `undefined` in an empty repository. */
  commit: string | undefined;
}

async function placeOf(
  services: Services,
  repository: Repository,
  wanted: string | undefined,
): Promise<Place> {
  const content = services.repositories.content(repository);
  const branch = (wanted ?? repository.defaultBranch).replace(
    /^refs\/heads\//,
    '',
  );
  const commit = isRefName(branch)
    ? await content.object(`refs/heads/${branch}^{commit}`)
    : undefined;
  const isEmpty = (await content.refs('refs/heads')).length === 0;
  if (!commit && !(isEmpty && isRefName(branch))) {
    throw new GitHubError(404, `Branch ${branch} not found`);
  }
  return { content, branch, commit };
}

async function commitTree(
  services: Services,
  options: {
    repository: Repository;
    place: Place;
    tree: string;
    message: string;
    verb: string;
    pusher: Parameters<typeof services.updates.move>[0]['pusher'];
  } & ReturnType<typeof identityOf>,
): Promise<string> {
  const { repository, place, tree, message, author, committer } = options;
  const commit = await place.content.writeCommit({
    tree,
    parents: place.commit ? [place.commit] : [],
    message,
    author,
    committer,
  });
  const before = place.commit ?? NO_COMMIT;
  const ref = `refs/heads/${place.branch}`;
  const moved = await services.updates
    .move({
      repository,
      update: { ref, before, after: commit },
      pusher: options.pusher,
    })
    .catch(error => {
      if (error instanceof GitHubError) {
        throw new GitHubError(
          409,
          `Could not ${options.verb} file: ${error.message}`,
        );
      }
      throw error;
    });
  if (moved === 'lost-race') {
    const now = await place.content.object(ref);
    throw new GitHubError(409, `is at ${now} but expected ${before}`);
  }
  return commit;
}

async function blobAt(
  content: GitRepository,
  commit: string | undefined,
  path: string,
): Promise<TreeEntry | undefined> {
  const entry = commit ? await content.entry(commit, path) : undefined;
  return entry?.type === 'blob' ? entry : undefined;
}

async function commitOf(
  services: Services,
  repository: Repository,
  req: Request,
): Promise<{ commit: string; ref: string }> {
  const asked = typeof req.query.ref === 'string' ? req.query.ref : '';
  const ref = asked === '' ? repository.defaultBranch : asked;
  const commit = await services.repositories.head(repository, ref);
  if (commit) {
    return { commit, ref };
  }
  throw asked === ''
    ? new GitHubError(404, 'This repository is empty.')
    : new GitHubError(404, `No commit found for the ref ${asked}`);
}

function cleanPath(raw = ''): string {
  const path = raw.replace(/^\/+|\/+$/g, '');
  if (path !== '' && !isTreePath(path)) {
    throw GitHubError.notFound();
  }
  return path;
}

function filePath(req: Request): string {
  const path = req.params[0];
  if (!isTreePath(path)) {
    throw new GitHubError(422, 'path contains a malformed path component');
  }
  return path;
}
