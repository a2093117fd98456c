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
      .flatMap(spellings)
      .reduce((rest, secret) => rest.replaceAll(secret, INSTEAD), text);
  }
}

/** Longest first: the plain one may be a part of the others. */
function spellings(secret: string): string[] {
  return [
    JSON.stringify(secret).slice(1, -1),
    encodeURIComponent(secret),
    Buffer.from(secret).toString('base64'),
    escapeHtml(secret),
    secret,
  ].sort((a, b) => b.length - a.length);
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#x27;');
}
