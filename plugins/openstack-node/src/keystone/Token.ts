import { CatalogEntry } from './CatalogEntry';
import { KeystoneIdentity } from './KeystoneIdentity';

/** What is known of a token. */
export interface TokenOptions {
  value: string;
  user: KeystoneIdentity;
  project: KeystoneIdentity;
  catalog: CatalogEntry[];
  /** How long it lives from now on. */
  lifeMs: number;
}

/** What services are shown instead of credentials. */
export class Token {
  readonly #value: string;
  readonly user: KeystoneIdentity;
  readonly project: KeystoneIdentity;
  readonly catalog: CatalogEntry[];
  readonly lifeMs: number;

  static create(options: TokenOptions): Token {
    return new Token(options);
  }

  private constructor(options: TokenOptions) {
    this.#value = options.value;
    this.user = options.user;
    this.project = options.project;
    this.catalog = options.catalog;
    this.lifeMs = options.lifeMs;
  }

  headers(): Record<string, string> {
    return { 'x-auth-token': this.#value };
  }
}
