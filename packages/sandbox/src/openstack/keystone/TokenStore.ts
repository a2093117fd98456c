import { createHash, randomBytes } from 'node:crypto';
import { StateFolder } from '../../state/StateFolder';
import { utcTime } from './utcTime';

/** What a token stands for; users and projects by name, since ids may change. */
export interface TokenRecord {
  user: string;
  project?: string;
  methods: string[];
  auditIds: string[];
  issuedAt: string;
  expiresAt: string;
  applicationCredential?: string;
}

/** Tokens that were given out, by their hash; they outlive a restart. */
export class TokenStore {
  readonly #state: StateFolder;
  readonly #now: () => Date;
  #tokens: Record<string, TokenRecord>;

  static open(options: { state: StateFolder; now: () => Date }): TokenStore {
    return new TokenStore(options.state, options.now);
  }

  private constructor(state: StateFolder, now: () => Date) {
    this.#state = state;
    this.#now = now;
    this.#tokens = state.readJson('tokens.json') ?? {};
  }

  issue(record: TokenRecord): string {
    const token = `gAAAAAB${randomBytes(132).toString('base64url')}`;
    this.#keep(known => !this.#isOver(known));
    this.#tokens[hashOf(token)] = record;
    this.#save();
    return token;
  }

  find(token: string | undefined): TokenRecord | undefined {
    const record = token ? this.#tokens[hashOf(token)] : undefined;
    return record && !this.#isOver(record) ? record : undefined;
  }

  revoke(token: string): void {
    delete this.#tokens[hashOf(token)];
    this.#save();
  }

  /** Ends all tokens that `which` says; all when it is left out. */
  expire(which: (record: TokenRecord) => boolean = () => true): void {
    this.#keep(record => !which(record));
    this.#save();
  }

  #keep(which: (record: TokenRecord) => boolean) {
    this.#tokens = Object.fromEntries(
      Object.entries(this.#tokens).filter(([, record]) => which(record)),
    );
  }

  #isOver({ expiresAt }: TokenRecord): boolean {
    return utcTime(expiresAt) <= this.#now().getTime();
  }

  #save() {
    this.#state.writeJson(this.#tokens, 'tokens.json');
  }
}

function hashOf(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}
