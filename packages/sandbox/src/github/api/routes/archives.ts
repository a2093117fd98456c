import { spawn } from 'node:child_process';
import { Request, Response, Router } from 'express';
import { Services } from '../../Services';
import { asyncRoute } from '../asyncRoute';
import { GitHubError } from '../GitHubError';

const REPOSITORY = '/repos/:owner/:repo';

/** The tree of a commit as one archive, below one folder named as GitHub names it. */
export function archiveRoutes(services: Services): Router {
  const router = Router();

  async function send(req: Request, res: Response, format: 'tar.gz' | 'zip') {
    const { repository } = services.repositoryOf(req, {
      area: 'contents',
      access: 'read',
    });
    const ref = req.params[0] || repository.defaultBranch;
    const commit = await services.repositories.head(repository, ref);
    if (!commit) {
      throw GitHubError.notFound();
    }
    const { owner, name } = repository;
    const folder = `${owner}-${name}-${commit.slice(0, 7)}`;
    res.type(format === 'zip' ? 'application/zip' : 'application/x-gzip');
    res.attachment(`${folder}.${format}`);
    await archive(
      services.repositories.gitDir(repository),
      ['archive', `--format=${format}`, `--prefix=${folder}/`, commit],
      res,
    );
  }

  router.get(
    [`${REPOSITORY}/tarball`, `${REPOSITORY}/tarball/*`],
    asyncRoute((req, res) => send(req, res, 'tar.gz')),
  );
  router.get(
    [`${REPOSITORY}/zipball`, `${REPOSITORY}/zipball/*`],
    asyncRoute((req, res) => send(req, res, 'zip')),
  );
  return router;
}

function archive(gitDir: string, args: string[], res: Response): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('git', args, {
      env: {
        PATH: process.env.PATH ?? '',
        GIT_DIR: gitDir,
        GIT_CONFIG_NOSYSTEM: '1',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.stdout.pipe(res);
    res.on('close', () => child.kill());
    child.on('error', reject);
    child.on('close', () => resolve());
  });
}
