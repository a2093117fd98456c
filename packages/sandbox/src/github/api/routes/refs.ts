import { Request, Response, Router } from 'express';
import { NO_COMMIT } from '../../git/GitRepository';
import { isRefName } from '../../git/isRefName';
import { refJson } from '../../render/refJson';
import { Services } from '../../Services';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { readBody } from '../readBody';
import { sendPage } from '../sendPage';

const GIT = '/repos/:owner/:repo/git';

/** Branches and tags as git refs. */
export function refRoutes(services: Services): Router {
  const router = Router();

  function place(req: Request, access: 'read' | 'write') {
    const { repository, caller } = services.repositoryOf(req, {
      area: 'contents',
      access,
    });
    const content = services.repositories.content(repository);
    return { repository, caller, content };
  }

  async function single(req: Request, res: Response) {
    const { repository, content } = place(req, 'read');
    const ref = `refs/${req.params[0]}`;
    const found = isRefName(ref)
      ? (await content.refs(ref)).find(other => other.ref === ref)
      : undefined;
    if (found) {
      res.json(refJson(services, repository, found));
      return;
    }
    if ((await content.refs('refs/heads')).length === 0) {
      throw new GitHubError(409, 'Git Repository is empty.');
    }
    throw GitHubError.notFound();
  }

  async function matching(req: Request, res: Response) {
    const { repository, content } = place(req, 'read');
    const prefix = `refs/${req.params[0] ?? ''}`;
    const items = (await content.refs('refs/')).filter(({ ref }) =>
      ref.startsWith(prefix),
    );
    const toJson = (item: (typeof items)[number]) =>
      refJson(services, repository, item);
    await sendPage({ req, res, items, toJson });
  }

  async function create(req: Request, res: Response) {
    const { repository, caller, content } = place(req, 'write');
    const { ref, sha } = readBody(req, { ref: 'string', sha: 'string' });
    if (!/^refs\/[^/]+\/./.test(ref) || !isRefName(ref)) {
      throw new GitHubError(422, `${ref} is not a valid ref name.`);
    }
    const type = /^[0-9a-f]{40}$/.test(sha)
      ? await content.typeOf(sha)
      : undefined;
    if (!type) {
      throw new GitHubError(422, 'Object does not exist');
    }
    if (ref.startsWith('refs/heads/') && type !== 'commit') {
      throw new GitHubError(422, 'Reference cannot be updated');
    }
    const moved =
      (await content.object(ref)) === undefined &&
      (await services.updates.move({
        repository,
        update: { ref, before: NO_COMMIT, after: sha },
        pusher: caller!.account,
      })) === 'moved';
    if (!moved) {
      throw new GitHubError(422, 'Reference already exists');
    }
    const json = refJson(services, repository, { ref, sha, type });
    res.setHeader('Location', String(json.url));
    res.status(201).json(json);
  }

  async function update(req: Request, res: Response) {
    const { repository, caller, content } = place(req, 'write');
    const { sha, force } = readBody(req, { sha: 'string', force: 'boolean?' });
    const ref = `refs/${req.params[0]}`;
    const before = isRefName(ref) ? await content.object(ref) : undefined;
    if (!before) {
      throw new GitHubError(422, 'Reference does not exist');
    }
    const type = /^[0-9a-f]{40}$/.test(sha)
      ? await content.typeOf(sha)
      : undefined;
    if (!type) {
      throw new GitHubError(422, 'Object does not exist');
    }
    if (before !== sha) {
      const moved = await services.updates.move({
        repository,
        update: { ref, before, after: sha },
        pusher: caller!.account,
        force,
      });
      // Somebody was faster: what was a fast-forward is none any more.
      if (moved === 'lost-race') {
        throw new GitHubError(422, 'Update is not a fast forward');
      }
    }
    res.json(refJson(services, repository, { ref, sha, type }));
  }

  async function remove(req: Request, res: Response) {
    const { repository, caller, content } = place(req, 'write');
    const ref = `refs/${req.params[0]}`;
    const before = isRefName(ref) ? await content.object(ref) : undefined;
    if (!before) {
      throw new GitHubError(422, 'Reference does not exist');
    }
    if (ref === `refs/heads/${repository.defaultBranch}`) {
      throw new GitHubError(422, 'Cannot delete the default branch');
    }
    await services.updates.move({
      repository,
      update: { ref, before, after: NO_COMMIT },
      pusher: caller!.account,
    });
    res.status(204).end();
  }

  router.get(`${GIT}/ref/*`, asyncRoute(single));
  router.get(
    [`${GIT}/matching-refs`, `${GIT}/matching-refs/*`],
    asyncRoute(matching),
  );
  router.get([`${GIT}/refs`], asyncRoute(matching));
  router.get([`${GIT}/refs/*`], asyncRoute(single));
  router.post(`${GIT}/refs`, asyncRoute(create));
  router.patch(`${GIT}/refs/*`, asyncRoute(update));
  router.delete(`${GIT}/refs/*`, asyncRoute(remove));
  return router;
}
