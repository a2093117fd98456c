import { createHash, randomBytes } from 'node:crypto';
import { StateFolder } from '../../state/StateFolder';
import { Account, Accounts, Caller, Tokens, TokenScopes } from '../types';

interface IssuedToken {
  login: string;
  scopes: TokenScopes;
  expiresAt: string | undefined;
}

/** Issued tokens by their hash; those of seeded accounts in files for their owner only. */
export class TokenStore implements Tokens {
  readonly #state: StateFolder;
  readonly #accounts: Accounts;
  readonly #now: () => Date;
  readonly #issued: Map<string, IssuedToken>;
  readonly #personal = new Map<string, string>();

  static open(options: {
    state: StateFolder;
    accounts: Accounts;
    now: () => Date;
  }): TokenStore {
    return new TokenStore(options);
  }

  private constructor(options: {
    state: StateFolder;
    accounts: Accounts;
    now: () => Date;
  }) {
    this.#state = options.state;
    this.#accounts = options.accounts;
    this.#now = options.now;
    this.#issued = new Map(
      Object.entries(
        this.#state.readJson<Record<string, IssuedToken>>('tokens.json') ?? {},
      ),
    );
    for (const { login } of this.#accounts.list()) {
      if (this.#accounts.isOrganisationMember(login)) {
        this.#personal.set(hashOf(this.personal(login)), login);
      }
    }
  }

  issue(options: {
    account: Account;
    scopes: TokenScopes;
    expiresAt?: Date;
  }): string {
    const prefix = options.scopes === 'all' ? 'ghp' : 'ghs';
    const token = `${prefix}_${randomBytes(27)
      .toString('base64')
      .replace(/[^A-Za-z0-9]/g, 'x')}`;
    this.#forgetExpired();
    this.#issued.set(hashOf(token), {
      login: options.account.login,
      scopes: options.scopes,
      expiresAt: options.expiresAt?.toISOString(),
    });
    this.#save();
    return token;
  }

  revoke(token: string): void {
    if (this.#issued.delete(hashOf(token))) {
      this.#save();
    }
  }

  find(token: string): Caller | undefined {
    const hash = hashOf(token);
    const login = this.#personal.get(hash);
    const issued: IssuedToken | undefined = login
      ? { login, scopes: 'all', expiresAt: undefined }
      : this.#issued.get(hash);
    if (!issued || this.#isExpired(issued)) {
      return undefined;
    }
    const account = this.#accounts.find(issued.login);
    return account && { account, scopes: issued.scopes };
  }

  personal(login: string): string {
    return `ghp_${this.#state.secret(`token-${login}`)}`;
  }

  #isExpired(token: IssuedToken): boolean {
    return (
      token.expiresAt !== undefined &&
      new Date(token.expiresAt).getTime() <= this.#now().getTime()
    );
  }

  #forgetExpired() {
    for (const [hash, token] of this.#issued) {
      if (this.#isExpired(token)) {
        this.#issued.delete(hash);
      }
    }
  }

  #save() {
    this.#state.writeJson(Object.fromEntries(this.#issued), 'tokens.json');
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
