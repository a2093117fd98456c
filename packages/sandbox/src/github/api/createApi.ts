import express, { NextFunction, Request, Response, Router } from 'express';
import { Services } from '../Services';
import { GitHubError } from './GitHubError';
import { branchRoutes } from './routes/branches';
import { commitRoutes } from './routes/commits';
import { contentsRoutes } from './routes/contents';
import { gitBlobRoutes } from './routes/gitBlobs';
import { gitCommitRoutes } from './routes/gitCommits';
import { gitTreeRoutes } from './routes/gitTrees';
import { organisationRoutes } from './routes/organisations';
import { protectionRoutes } from './routes/protection';
import { pullRoutes } from './routes/pulls';
import { refRoutes } from './routes/refs';
import { repositoryRoutes } from './routes/repositories';
import { reviewRoutes } from './routes/reviews';
import { issueRoutes } from './routes/issues';
import { repositoryAccessRoutes } from './routes/repositoryAccess';
import { secretRoutes } from './routes/secrets';
import { archiveRoutes } from './routes/archives';
import { hookRoutes } from './routes/hooks';
import { searchRoutes } from './routes/search';
import { statusRoutes } from './routes/statuses';
import { userRoutes } from './routes/users';
import { metaRoutes } from './routes/meta';

const LARGEST_BODY = '50mb';
const RATE_LIMIT = 15_000;

/** The REST API; `others` are routes of other rooms. */
export function createApi(services: Services, others: Router): Router {
  const api = Router();
  api.use(commonHeaders(services));
  api.use(express.json({ limit: LARGEST_BODY, type: () => true }));
  api.use((req, _res, next) => {
    services.authenticate(req);
    next();
  });
  api.use(others);
  for (const routes of [
    metaRoutes,
    userRoutes,
    organisationRoutes,
    repositoryRoutes,
    repositoryAccessRoutes,
    contentsRoutes,
    archiveRoutes,
    gitBlobRoutes,
    gitTreeRoutes,
    gitCommitRoutes,
    refRoutes,
    protectionRoutes,
    branchRoutes,
    statusRoutes,
    commitRoutes,
    reviewRoutes,
    pullRoutes,
    issueRoutes,
    hookRoutes,
    secretRoutes,
    searchRoutes,
  ]) {
    api.use(routes(services));
  }
  api.use(() => {
    throw GitHubError.notFound();
  });
  api.use((error: unknown, req: Request, res: Response, next: NextFunction) => {
    const answer = toGitHubError(error);
    if (answer.status === 500) {
      services.log(`github: ${req.method} ${req.path} failed: ${error}`);
    }
    if (res.headersSent) {
      next(error);
      return;
    }
    res.status(answer.status).json(answer);
  });
  return api;
}

function commonHeaders(services: Services) {
  return (req: Request, res: Response, next: NextFunction) => {
    // Node's fetch adds no-cache beside If-None-Match, and Express would then
    // never answer 304; GitHub does.
    delete req.headers['cache-control'];
    const reset = Math.floor(services.now().getTime() / 1000) + 3600;
    res.set({
      'X-GitHub-Media-Type': 'github.v3; format=json',
      'X-GitHub-Enterprise-Version': '3.19.0',
      'X-RateLimit-Limit': String(RATE_LIMIT),
      'X-RateLimit-Remaining': String(RATE_LIMIT - 1),
      'X-RateLimit-Used': '1',
      'X-RateLimit-Reset': String(reset),
      'X-RateLimit-Resource': 'core',
      'Cache-Control': 'private, max-age=0, must-revalidate',
    });
    next();
  };
}

function toGitHubError(error: unknown): GitHubError {
  if (error instanceof GitHubError) {
    return error;
  }
  const { type, status } = error as { type?: string; status?: number };
  if (type === 'entity.parse.failed') {
    return new GitHubError(400, 'Problems parsing JSON');
  }
  if (type === 'entity.too.large') {
    return new GitHubError(413, 'Request body is too large');
  }
  // Express and body-parser mark what the client did wrong.
  return status && status >= 400 && status < 500
    ? new GitHubError(status, (error as Error).message)
    : new GitHubError(500, 'Server Error');
}
