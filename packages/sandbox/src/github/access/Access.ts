import {
  Accounts,
  Actors,
  Caller,
  PermissionArea,
  Repository,
  RepositoryRole,
} from '../types';

const ROLES: RepositoryRole[] = ['pull', 'triage', 'push', 'maintain', 'admin'];

const ROLE_TO_WRITE: Record<PermissionArea, RepositoryRole> = {
  actions: 'push',
  administration: 'admin',
  checks: 'push',
  contents: 'push',
  issues: 'pull',
  metadata: 'push',
  pull_requests: 'push',
  secrets: 'push',
  statuses: 'push',
  workflows: 'push',
};

export type AccessNeed = {
  area: PermissionArea;
  access: 'read' | 'write' | 'admin';
};

/** Who may do what in which repository. */
export class Access {
  readonly #accounts: Accounts;

  static create(accounts: Accounts): Access {
    return new Access(accounts);
  }

  private constructor(accounts: Accounts) {
    this.#accounts = accounts;
  }

  /** The highest role of an account, `undefined` when it may not see the repository. */
  roleOf(
    login: string | undefined,
    repository: Repository,
  ): RepositoryRole | undefined {
    const roles: RepositoryRole[] = repository.private ? [] : ['pull'];
    const account = login ? this.#accounts.find(login) : undefined;
    if (account) {
      if (account.siteAdmin || repository.owner === account.login) {
        roles.push('admin');
      }
      if (this.#accounts.isOrganisationMember(account.login)) {
        roles.push('pull');
      }
      const given = repository.collaborators[account.login];
      if (given) {
        roles.push(given);
      }
      for (const team of this.#accounts.teams()) {
        const teamRole = repository.teams[team.slug];
        if (teamRole && team.members.includes(account.login)) {
          roles.push(teamRole);
        }
      }
    }
    return roles.sort((a, b) => ROLES.indexOf(b) - ROLES.indexOf(a))[0];
  }

  hasRole(
    login: string | undefined,
    repository: Repository,
    role: RepositoryRole,
  ): boolean {
    const has = this.roleOf(login, repository);
    return has !== undefined && ROLES.indexOf(has) >= ROLES.indexOf(role);
  }

  canSee(caller: Caller | undefined, repository: Repository): boolean {
    return this.allows(caller, repository, {
      area: 'metadata',
      access: 'read',
    });
  }

  allows(
    caller: Caller | undefined,
    repository: Repository,
    need: AccessNeed,
  ): boolean {
    if (caller && caller.scopes !== 'all') {
      return this.#tokenAllows(caller.scopes, repository, need);
    }
    const role = roleFor(need);
    return (
      this.hasRole(caller?.account.login, repository, role) &&
      (need.access === 'read' || caller !== undefined)
    );
  }

  /** Whether an account is one of these users or in one of these teams. */
  isAmong(login: string, actors: Actors): boolean {
    return (
      actors.users.includes(login) ||
      actors.teams.some(slug =>
        this.#accounts.findTeam(slug)?.members.includes(login),
      )
    );
  }

  #tokenAllows(
    scopes: Exclude<Caller['scopes'], 'all'>,
    repository: Repository,
    need: AccessNeed,
  ): boolean {
    const readsPublic = need.access === 'read' && !repository.private;
    if (!scopes.repositories.includes(repository.fullName)) {
      return readsPublic;
    }
    const has = scopes.permissions[need.area];
    if (need.access === 'read') {
      return readsPublic || need.area === 'metadata' || has !== undefined;
    }
    return need.access === 'write' && has === 'write';
  }
}

function roleFor({ area, access }: AccessNeed): RepositoryRole {
  switch (access) {
    case 'read':
      return 'pull';
    case 'admin':
      return 'admin';
    default:
      return ROLE_TO_WRITE[area];
  }
}
