import { Account, RepositoryRole } from './accounts';

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
