import { spellingsOf } from './spellingsOf';

const TOKENS_KEPT = 4;
// Shorter ones would tear holes into words.
const SHORTEST = 3;
const INSTEAD = '[hidden]';

/**
 * What must not be told. Services, and proxies in front of them, may repeat in
 * an error what they were sent.
 */
export class Secrets {
  readonly #lasting: string[];
  #tokens: string[] = [];

  static create(lasting: string[]): Secrets {
    return new Secrets(lasting);
  }

  private constructor(lasting: string[]) {
    this.#lasting = lasting;
  }

  /** Of tokens the last few are remembered. */
  addToken(token: string): void {
    this.#tokens = [
      token,
      ...this.#tokens.filter(known => known !== token),
    ].slice(0, TOKENS_KEPT);
  }

  hide(text: string): string {
    return [...this.#lasting, ...this.#tokens]
      .filter(secret => secret.length >= SHORTEST)
      .map(spellingsOf)
      .reduce((rest, secret) => rest.replace(secret, INSTEAD), text);
  }
}
