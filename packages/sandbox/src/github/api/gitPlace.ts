import { Request } from 'express';
import { GitRepository } from '../git/GitRepository';
import { Services } from '../Services';
import { Caller, Repository } from '../types';
import { GitHubError } from './GitHubError';

export interface GitPlace {
  repository: Repository;
  content: GitRepository;
  /** The address of the repository's git data. */
  self: string;
}

/** Git data of a repository that the caller may read. */
export function readingGit(services: Services, req: Request): GitPlace {
  const { repository } = services.repositoryOf(req, {
    area: 'contents',
    access: 'read',
  });
  const content = services.repositories.content(repository);
  const self = `${services.apiUrl}/repos/${repository.fullName}/git`;
  return { repository, content, self };
}

/** Git data of a repository that the caller may write and that has a commit. */
export async function writingGit(
  services: Services,
  req: Request,
): Promise<GitPlace & { caller: Caller }> {
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

/** The sha of an object of this type, or 404. */
export async function requireObject(
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

/** The tree of a commit or tree, `undefined` when it is neither. */
export async function treeOf(
  content: GitRepository,
  sha: string,
): Promise<string | undefined> {
  return /^[0-9a-f]{40}$/.test(sha)
    ? content.object(`${sha}^{tree}`)
    : undefined;
}
