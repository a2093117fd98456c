import { StateFolder } from '../../state/StateFolder';
import { Account, Accounts, GitHubSeed, Team } from '../types';
import { Ids } from './Ids';

/** The account of the tokens that workflow jobs get. */
export const ACTIONS_BOT = 'github-actions[bot]';

/** Accounts and teams as the seed says; ids stay the same for as long as the state lives. */
export class AccountStore implements Accounts {
  readonly organisation: Account;
  readonly #accounts = new Map<string, Account>();
  readonly #teams = new Map<string, Team>();

  static open(options: {
    state: StateFolder;
    ids: Ids;
    seed: GitHubSeed;
  }): AccountStore {
    return new AccountStore(options);
  }

  private constructor(options: {
    state: StateFolder;
    ids: Ids;
    seed: GitHubSeed;
  }) {
    const { state, ids, seed } = options;
    const known = state.readJson<Record<string, number>>('accounts.json') ?? {};
    const idOf = (key: string) => {
      known[key] ??= ids.next();
      return known[key];
    };
    const add = (account: Omit<Account, 'id'>) => {
      const complete = { id: idOf(account.login), ...account };
      this.#accounts.set(account.login.toLowerCase(), complete);
      return complete;
    };

    this.organisation = add({
      ...seed.organisation,
      type: 'Organization',
      email: '',
      siteAdmin: false,
      person: false,
    });
    for (const account of seed.accounts) {
      add({
        login: account.login,
        name: account.name,
        email: account.email ?? `${account.login}@users.noreply.localhost`,
        type: 'User',
        siteAdmin: account.siteAdmin ?? false,
        person: !account.machine,
      });
    }
    add({
      login: ACTIONS_BOT,
      name: ACTIONS_BOT,
      email: 'github-actions[bot]@users.noreply.localhost',
      type: 'Bot',
      siteAdmin: false,
      person: false,
    });
    for (const { slug, description = '', members } of seed.teams) {
      const id = idOf(`team:${slug}`);
      this.#teams.set(slug.toLowerCase(), { id, slug, description, members });
    }
    state.writeJson(known, 'accounts.json');
  }

  find(login: string): Account | undefined {
    return this.#accounts.get(login.toLowerCase());
  }

  list(): Account[] {
    return [...this.#accounts.values()];
  }

  teams(): Team[] {
    return [...this.#teams.values()];
  }

  findTeam(slug: string): Team | undefined {
    return this.#teams.get(slug.toLowerCase());
  }

  isOrganisationOwner(login: string): boolean {
    return this.find(login)?.siteAdmin ?? false;
  }

  isOrganisationMember(login: string): boolean {
    return this.find(login)?.type === 'User';
  }
}
