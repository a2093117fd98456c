import { Json } from '../../client/types';

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
