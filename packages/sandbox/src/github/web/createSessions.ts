import { createHmac, timingSafeEqual } from 'node:crypto';
import { Request, Response } from 'express';
import { GitHubError } from '../api/GitHubError';
import { Services } from '../Services';
import { Account, Repository, RepositoryRole } from '../types';

/** Who looks at the web view. */
export interface Sessions {
  viewerOf(req: Request): Account | undefined;
  signIn(res: Response, account: Account): void;
  signOut(res: Response): void;
  /** The repository of `:owner` and `:repo`; 404 when the viewer may not see it. */
  repositoryOf(req: Request): {
    repository: Repository;
    viewer: Account | undefined;
    role: RepositoryRole | undefined;
  };
}

const COOKIE = 'sandbox_github_login';

/** Sessions that are nothing but a signed login name in a cookie. */
export function createSessions(options: {
  services: Services;
  key: string;
}): Sessions {
  const { services, key } = options;
  const sign = (login: string) =>
    createHmac('sha256', key).update(login).digest('base64url');

  function viewerOf(req: Request): Account | undefined {
    const value = (req.headers.cookie ?? '')
      .split(/;\s*/)
      .find(cookie => cookie.startsWith(`${COOKIE}=`))
      ?.slice(COOKIE.length + 1);
    const [login = '', signature = ''] = (value ?? '').split('.');
    const expected = Buffer.from(sign(login));
    const given = Buffer.from(signature);
    const isOurs =
      given.length === expected.length && timingSafeEqual(given, expected);
    const account = isOurs ? services.accounts.find(login) : undefined;
    return account?.person ? account : undefined;
  }

  return {
    viewerOf,
    signIn(res, account) {
      res.cookie(COOKIE, `${account.login}.${sign(account.login)}`, {
        httpOnly: true,
        sameSite: 'lax',
        path: '/',
      });
    },
    signOut(res) {
      res.clearCookie(COOKIE, { path: '/' });
    },
    repositoryOf(req) {
      const viewer = viewerOf(req);
      const { owner, repo } = req.params;
      const repository = services.repositories.find(owner, repo);
      const role =
        repository && services.access.roleOf(viewer?.login, repository);
      if (!repository || !role) {
        throw GitHubError.notFound();
      }
      return { repository, viewer, role };
    },
  };
}
