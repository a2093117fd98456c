import { Request } from 'express';
import { Services } from '../Services';
import { Caller, PullRequest, Repository } from '../types';
import { GitHubError } from './GitHubError';

/** The pull request of `:owner`, `:repo` and `:number`. */
export function requirePull(
  services: Services,
  req: Request,
  access: 'read' | 'write' = 'read',
): { repository: Repository; caller: Caller | undefined; pull: PullRequest } {
  const { repository, caller } = services.repositoryOf(req, {
    area: 'pull_requests',
    access,
  });
  const number = Number(req.params.number);
  const pull = services.threads.pull(repository, number);
  if (!pull) {
    throw GitHubError.notFound();
  }
  return { repository, caller, pull };
}
