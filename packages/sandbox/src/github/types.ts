import { Request, Router } from 'express';
import { Json } from '../client/types';
import { StateFolder } from '../state/StateFolder';

/** An object as JSON has it. */
export type JsonObject = { [key: string]: Json | undefined };

/** A person, a machine or an organisation. */
export interface Account {
  id: number;
  login: string;
  type: 'User' | 'Bot' | 'Organization';
  name: string;
  email: string;
  /** Owner of every organisation: may all. */
  siteAdmin: boolean;
  /** A person may be picked in the web view; a machine has only its token. */
  person: boolean;
}

/** A team of the organisation. */
export interface Team {
  id: number;
  slug: string;
  description: string;
  members: string[];
}

/** What somebody may do in a repository, least first. */
export type RepositoryRole = 'pull' | 'triage' | 'push' | 'maintain' | 'admin';

/** One area of a token's permissions, in GitHub's names. */
export type PermissionArea =
  | 'actions'
  | 'administration'
  | 'checks'
  | 'contents'
  | 'issues'
  | 'metadata'
  | 'pull_requests'
  | 'secrets'
  | 'statuses'
  | 'workflows';

/** `all`: whatever the account may do. */
export type TokenScopes =
  | 'all'
  | {
      /** As `owner/name`. */
      repositories: string[];
      permissions: Partial<Record<PermissionArea, 'read' | 'write'>>;
    };

/** Who makes a request, and how much of their rights the token carries. */
export interface Caller {
  account: Account;
  scopes: TokenScopes;
}

/** The facts of a repository; its content is a bare git repository. */
export interface Repository {
  id: number;
  owner: string;
  name: string;
  /** `owner/name`. */
  fullName: string;
  description: string | undefined;
  homepage: string | undefined;
  private: boolean;
  archived: boolean;
  defaultBranch: string;
  topics: string[];
  createdAt: string;
  updatedAt: string;
  pushedAt: string;
  settings: RepositorySettings;
  /** Roles given to accounts, by login. */
  collaborators: Record<string, RepositoryRole>;
  /** Roles given to teams, by slug. */
  teams: Record<string, RepositoryRole>;
  /** Protection by branch name. */
  protections: Record<string, BranchProtection>;
}

/** Switches that the REST API shows as they are named there. */
export interface RepositorySettings {
  has_issues: boolean;
  has_projects: boolean;
  has_wiki: boolean;
  allow_merge_commit: boolean;
  allow_squash_merge: boolean;
  allow_rebase_merge: boolean;
  allow_auto_merge: boolean;
  allow_update_branch: boolean;
  delete_branch_on_merge: boolean;
}

/** Accounts by login and teams by slug. */
export interface Actors {
  users: string[];
  teams: string[];
}

/** What a protected branch asks of pushes and merges. */
export interface BranchProtection {
  /** `undefined`: pushes need no pull request. */
  reviews?: {
    count: number;
    codeOwners: boolean;
    dismissStale: boolean;
    lastPush: boolean;
    /** Who may push directly all the same. */
    bypass: Actors;
  };
  statusChecks?: { strict: boolean; contexts: string[] };
  /** Who may push at all; `undefined`: everybody with write access. */
  restrictions?: Actors;
  enforceAdmins: boolean;
  linearHistory: boolean;
  allowForcePushes: boolean;
  allowDeletions: boolean;
  conversationResolution: boolean;
  blockCreations: boolean;
  signatures: boolean;
}

/** One entry of a folder at a commit. */
export interface TreeEntry {
  path: string;
  mode: string;
  type: 'blob' | 'tree' | 'commit';
  sha: string;
  size: number | undefined;
}

/** What a new repository starts with; the rest are defaults. */
export interface CreateRepositoryOptions {
  owner: string;
  name: string;
  description?: string;
  homepage?: string;
  private?: boolean;
  defaultBranch?: string;
  settings?: Partial<RepositorySettings>;
  /** Becomes administrator. */
  creator: Account;
}

/** All repositories and their content. */
export interface Repositories {
  find(owner: string, name: string): Repository | undefined;
  list(): Repository[];
  create(options: CreateRepositoryOptions): Promise<Repository>;
  /** The bare git repository. */
  gitDir(repository: Repository): string;
  /** The commit of a branch, tag or (abbreviated) sha. */
  head(repository: Repository, ref?: string): Promise<string | undefined>;
  /** A file at a commit, `undefined` when it is not there. */
  readFile(
    repository: Repository,
    ref: string,
    path: string,
  ): Promise<Buffer | undefined>;
  /** The entries of a folder (`''`: the root), of all folders below when `recursive`. */
  listFiles(
    repository: Repository,
    ref: string,
    folder: string,
    options?: { recursive?: boolean },
  ): Promise<TreeEntry[]>;
  /** Paths that differ between two commits; all paths when `before` is absent. */
  changedFiles(
    repository: Repository,
    before: string | undefined,
    after: string,
  ): Promise<string[]>;
}

/** A commit as events carry it. */
export interface CommitSummary {
  id: string;
  treeId: string;
  message: string;
  timestamp: string;
  author: { name: string; email: string };
  committer: { name: string; email: string };
  added: string[];
  modified: string[];
  removed: string[];
}

/** A branch or tag was made, moved or removed. */
export interface PushEvent {
  repository: Repository;
  /** `refs/heads/…` or `refs/tags/…`. */
  ref: string;
  /** Forty zeros when the ref is new. */
  before: string;
  /** Forty zeros when the ref is gone. */
  after: string;
  forced: boolean;
  /** Oldest first, at most 20. */
  commits: CommitSummary[];
  pusher: Account;
}

/** Somebody asked workflows of a repository to run. */
export interface RepositoryDispatchEvent {
  repository: Repository;
  eventType: string;
  clientPayload: JsonObject;
  sender: Account;
}

/** One review of a pull request. */
export interface Review {
  id: number;
  author: string;
  state: 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';
  body: string;
  commitId: string;
  submittedAt: string;
}

/** A pull request between two branches of one repository. */
export interface PullRequest {
  id: number;
  number: number;
  title: string;
  body: string | undefined;
  state: 'open' | 'closed';
  draft: boolean;
  author: string;
  /** Branch names. */
  head: string;
  base: string;
  /** The commit last seen at the head. */
  headSha: string;
  /** The commit at the base when it was opened or last updated. */
  baseSha: string;
  createdAt: string;
  updatedAt: string;
  closedAt: string | undefined;
  merged:
    | { at: string; by: string; sha: string; method: MergeMethod }
    | undefined;
  reviews: Review[];
  requestedReviewers: Actors;
  labels: string[];
  assignees: string[];
}

export type MergeMethod = 'merge' | 'squash' | 'rebase';

/** Something happened to a pull request. */
export interface PullRequestEvent {
  action: 'opened' | 'edited' | 'synchronize' | 'closed' | 'reopened';
  repository: Repository;
  pull: PullRequest;
  sender: Account;
}

/** A repository came, changed or went. */
export interface RepositoryEvent {
  action: 'created' | 'edited' | 'deleted';
  repository: Repository;
  sender: Account;
}

/** An event that another room made, in GitHub's own payload. */
export interface WorkflowEvent {
  action: string;
  repository: Repository;
  sender: Account;
  /** Beside `action`, `repository` and `sender`, which are added. */
  payload: JsonObject;
}

export interface GitHubEventMap {
  push: PushEvent;
  repository_dispatch: RepositoryDispatchEvent;
  pull_request: PullRequestEvent;
  repository: RepositoryEvent;
  workflow_run: WorkflowEvent;
  workflow_job: WorkflowEvent;
}

/** What happens on GitHub, told to the other rooms and to webhooks. */
export interface GitHubEvents {
  /** Returns what ends the subscription. */
  on<E extends keyof GitHubEventMap>(
    event: E,
    listener: (payload: GitHubEventMap[E]) => void,
  ): () => void;
  emit<E extends keyof GitHubEventMap>(
    event: E,
    payload: GitHubEventMap[E],
  ): void;
}

/** People, machines, the organisation and its teams. */
export interface Accounts {
  find(login: string): Account | undefined;
  list(): Account[];
  readonly organisation: Account;
  teams(): Team[];
  findTeam(slug: string): Team | undefined;
  isOrganisationOwner(login: string): boolean;
  isOrganisationMember(login: string): boolean;
}

export interface Tokens {
  /** A token that is shown this once and kept as a hash. */
  issue(options: {
    account: Account;
    scopes: TokenScopes;
    expiresAt?: Date;
  }): string;
  revoke(token: string): void;
  find(token: string): Caller | undefined;
  /** The personal access token of a seeded account, the same for as long as the state lives. */
  personal(login: string): string;
}

/** Encrypted values for workflows. No API answers them. */
export interface Secrets {
  /** Of the organisation where `repository` is absent. */
  set(options: { repository?: Repository; name: string; value: string }): void;
  remove(options: { repository?: Repository; name: string }): void;
  names(repository?: Repository): string[];
  /** What a job of the repository sees: the organisation's, then its own. */
  forRepository(repository: Repository): Record<string, string>;
}

/** Plain values for workflows. */
export interface Variables {
  set(options: { repository?: Repository; name: string; value: string }): void;
  remove(options: { repository?: Repository; name: string }): void;
  /** Of one level only. */
  own(repository?: Repository): Record<string, string>;
  forRepository(repository: Repository): Record<string, string>;
}

/** The state of one context at a commit. */
export interface CommitStatus {
  id: number;
  sha: string;
  state: 'error' | 'failure' | 'pending' | 'success';
  context: string;
  description: string | undefined;
  targetUrl: string | undefined;
  creator: string;
  createdAt: string;
  updatedAt: string;
}

/** A check of a commit; a job of a workflow run is one. */
export interface CheckRun {
  id: number;
  sha: string;
  name: string;
  status: 'queued' | 'in_progress' | 'completed';
  conclusion:
    | 'success'
    | 'failure'
    | 'neutral'
    | 'cancelled'
    | 'skipped'
    | 'timed_out'
    | 'action_required'
    | undefined;
  startedAt: string | undefined;
  completedAt: string | undefined;
  detailsUrl: string | undefined;
  title: string | undefined;
  summary: string | undefined;
  checkSuiteId: number;
}

export interface Statuses {
  /** Newest first. */
  list(repository: Repository, sha: string): CommitStatus[];
  set(
    repository: Repository,
    status: Pick<CommitStatus, 'sha' | 'state' | 'context' | 'creator'> &
      Partial<Pick<CommitStatus, 'description' | 'targetUrl'>>,
  ): CommitStatus;
  checkRuns(repository: Repository, sha: string): CheckRun[];
  findCheckRun(repository: Repository, id: number): CheckRun | undefined;
  createCheckRun(
    repository: Repository,
    run: Pick<CheckRun, 'sha' | 'name'> & Partial<Omit<CheckRun, 'id'>>,
  ): CheckRun;
  updateCheckRun(
    repository: Repository,
    id: number,
    change: Partial<Omit<CheckRun, 'id' | 'sha'>>,
  ): CheckRun | undefined;
}

/** HTML that is safe to send; made by the `html` template tag only. */
export interface SafeHtml {
  readonly markup: string;
}

export interface PageOptions {
  title: string;
  breadcrumbs: { text: string; href?: string }[];
  body: SafeHtml;
  /** Who is signed in to the web view. */
  viewer: Account | undefined;
  /** Shows the tabs of this repository, `tab` being the active one. */
  repository?: Repository;
  tab?: 'code' | 'pulls' | 'actions';
  /** Loads the page again after this time, for what is still running. */
  refreshSeconds?: number;
}

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
