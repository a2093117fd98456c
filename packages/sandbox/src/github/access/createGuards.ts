import { Request } from 'express';
import { GitHubError } from '../api/GitHubError';
import { Services } from '../Services';
import { Caller, Tokens } from '../types';
import { RepositoryStore } from '../stores/RepositoryStore';
import { Access, AccessNeed } from './Access';
import { readToken } from './readToken';

/** What API routes ask before they do anything. */
export function createGuards(options: {
  tokens: Tokens;
  repositories: RepositoryStore;
  access: Access;
}): Pick<Services, 'authenticate' | 'requireCaller' | 'repositoryOf'> {
  const { tokens, repositories, access } = options;

  function authenticate(req: Request): Caller | undefined {
    const token = readToken(req);
    if (token === undefined) {
      return undefined;
    }
    const caller = tokens.find(token);
    if (!caller) {
      throw new GitHubError(401, 'Bad credentials');
    }
    if (caller.scopes === 'all') {
      req.res?.setHeader('X-OAuth-Scopes', 'repo, workflow, admin:org');
    }
    return caller;
  }

  function requireCaller(req: Request): Caller {
    const caller = authenticate(req);
    if (!caller) {
      throw new GitHubError(401, 'Requires authentication');
    }
    return caller;
  }

  function repositoryOf(req: Request, need: AccessNeed) {
    const caller = authenticate(req);
    const { owner, repo } = req.params;
    const repository = repositories.find(owner, repo);
    if (!repository || !access.canSee(caller, repository)) {
      throw GitHubError.notFound();
    }
    if (access.allows(caller, repository, need)) {
      if (need.access !== 'read' && repository.archived) {
        throw new GitHubError(403, 'Repository was archived so is read-only.');
      }
      return { repository, caller };
    }
    if (!caller) {
      throw new GitHubError(401, 'Requires authentication');
    }
    if (caller.scopes !== 'all') {
      throw new GitHubError(403, 'Resource not accessible by integration');
    }
    throw new GitHubError(
      403,
      need.access === 'admin'
        ? 'Must have admin rights to Repository.'
        : 'Must have push access to Repository.',
    );
  }

  return { authenticate, requireCaller, repositoryOf };
}
