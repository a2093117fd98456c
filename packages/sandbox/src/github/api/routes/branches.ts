import { Request, Response, Router } from 'express';
import { protectionFor } from '../../access/protectionFor';
import { readCommit } from '../../git/readCommits';
import { commitJson } from '../../render/commitJson';
import { encodePath } from '../../render/encodePath';
import { nodeId } from '../../render/nodeId';
import { protectionJson } from '../../render/protectionJson';
import { Services } from '../../Services';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';
import { sendPage } from '../sendPage';

const REPOSITORY = '/repos/:owner/:repo';

/** Branches and tags by name. */
export function branchRoutes(services: Services): Router {
  const router = Router();

  function place(req: Request) {
    const { repository } = services.repositoryOf(req, {
      area: 'contents',
      access: 'read',
    });
    const content = services.repositories.content(repository);
    const self = `${services.apiUrl}/repos/${repository.fullName}`;
    return { repository, content, self };
  }

  async function list(req: Request, res: Response) {
    const { repository, content, self } = place(req);
    const branches = (await content.refs('refs/heads'))
      .map(({ ref, sha }) => ({ name: ref.slice('refs/heads/'.length), sha }))
      .map(branch => ({
        ...branch,
        isProtected: protectionFor(repository, branch.name) !== undefined,
      }));
    const asked = req.query.protected;
    const items = branches.filter(
      branch => asked === undefined || String(branch.isProtected) === asked,
    );
    const toJson = ({ name, sha, isProtected }: (typeof items)[number]) => ({
      name,
      commit: { sha, url: `${self}/commits/${sha}` },
      protected: isProtected,
      protection_url: `${self}/branches/${encodePath(name)}/protection`,
    });
    await sendPage({ req, res, items, toJson });
  }

  async function single(req: Request, res: Response) {
    const { repository, content, self } = place(req);
    const name = req.params[0];
    const branches = await content.refs('refs/heads');
    const branch = branches.find(({ ref }) => ref === `refs/heads/${name}`);
    if (!branch) {
      throw new GitHubError(404, 'Branch not found');
    }
    const url = `${self}/branches/${encodePath(name)}`;
    const protection = protectionFor(repository, name);
    const options = { repository, branch: name, protection };
    res.json({
      name,
      commit: commitJson(
        services,
        repository,
        await readCommit(content, branch.sha),
      ),
      _links: {
        self: url,
        html: `${services.url}/${repository.fullName}/tree/${encodePath(name)}`,
      },
      protected: protection !== undefined,
      protection: protection
        ? {
            enabled: true,
            ...protectionJson(services, { ...options, protection }),
          }
        : { enabled: false },
      protection_url: `${url}/protection`,
    });
  }

  async function tags(req: Request, res: Response) {
    const { content, self } = place(req);
    const items = (await content.refs('refs/tags')).reverse();
    const toJson = async ({ ref }: (typeof items)[number]) => {
      const name = ref.slice('refs/tags/'.length);
      const sha = (await content.object(`${ref}^{commit}`)) ?? '';
      return {
        name,
        node_id: nodeId('Ref', ref),
        commit: { sha, url: `${self}/commits/${sha}` },
        zipball_url: `${self}/zipball/refs/tags/${encodePath(name)}`,
        tarball_url: `${self}/tarball/refs/tags/${encodePath(name)}`,
      };
    };
    await sendPage({ req, res, items, toJson });
  }

  router.get(`${REPOSITORY}/branches`, asyncRoute(list));
  router.get(`${REPOSITORY}/branches/*`, asyncRoute(single));
  router.get(`${REPOSITORY}/tags`, asyncRoute(tags));
  return router;
}
