import { Request, Router } from 'express';
import { StateFolder } from '../../state/StateFolder';
import {
  Account,
  Accounts,
  Caller,
  JsonObject,
  PermissionArea,
  RepositoryRole,
  Tokens,
} from './accounts';
import { GitHubEvents } from './events';
import { PageOptions } from './pages';
import { BranchProtection, Repositories, Repository } from './repositories';
import { Secrets, Statuses, Variables } from './workflows';

/** A server where people push, workflows run and Backstage reads. */
export interface GitHub {
  /** `http://localhost:PORT`, without a slash at the end. */
  readonly url: string;
  /** `http://localhost:PORT/api/v3`. */
  readonly apiUrl: string;
  readonly port: number;
  /** Under `/api/v3`; bodies are parsed, errors and unknown paths answered by us. */
  readonly api: Router;
  /** Under `/`, asked before our own pages. */
  readonly web: Router;
  readonly events: GitHubEvents;
  readonly repositories: Repositories;
  readonly accounts: Accounts;
  readonly tokens: Tokens;
  readonly secrets: Secrets;
  readonly variables: Variables;
  readonly statuses: Statuses;
  /** Who calls the API; throws `GitHubError` 401 for a token that is not valid. */
  authenticate(req: Request): Caller | undefined;
  /**
   * The repository of `:owner` and `:repo`, for an API route. Throws
   * `GitHubError` 404 when the caller may not see it, 403 when they may see it
   * but not do this.
   */
  repositoryOf(
    req: Request,
    need: { area: PermissionArea; access: 'read' | 'write' | 'admin' },
  ): { repository: Repository; caller: Caller | undefined };
  /** The same for a route of the web view, where the cookie says who it is. */
  pageRepositoryOf(req: Request): {
    repository: Repository;
    viewer: Account | undefined;
    role: RepositoryRole | undefined;
  };
  /** A whole page in the look of the web view. */
  page(options: PageOptions): string;
  /** As the REST API shows a repository to somebody, for payloads of other rooms. */
  repositoryJson(repository: Repository): JsonObject;
  accountJson(account: Account): JsonObject;
  stop(): Promise<void>;
}

export interface SeedAccount {
  login: string;
  name: string;
  /** @default one that leads nowhere */
  email?: string;
  /** Only a token, not to be picked in the web view. */
  machine?: boolean;
  /** Owner of the organisation: may all. */
  siteAdmin?: boolean;
}

export interface SeedRepository {
  owner: string;
  name: string;
  description?: string;
  private?: boolean;
  /** Its files become the first commit. */
  folder: string;
  /** Roles given to accounts, by login. */
  collaborators?: Record<string, RepositoryRole>;
  /** Roles given to teams, by slug. */
  teams?: Record<string, RepositoryRole>;
  /** Protection of the default branch. */
  protection?: Partial<BranchProtection>;
}

export interface GitHubSeed {
  organisation: { login: string; name: string };
  accounts: SeedAccount[];
  teams: { slug: string; description?: string; members: string[] }[];
  repositories: SeedRepository[];
}

export interface StartGitHubOptions {
  /** 0 takes any free one. */
  port: number;
  state: StateFolder;
  /** What is there at the first start; repositories that exist are left as they are. */
  seed: GitHubSeed;
  /** Told of every event of every repository. */
  webhooks?: { url: string; secret: string }[];
  /** The `git credential-store` file that the clone box names. */
  credentialsFile?: string;
  signal: AbortSignal;
  log: (line: string) => void;
  now?: () => Date;
}
