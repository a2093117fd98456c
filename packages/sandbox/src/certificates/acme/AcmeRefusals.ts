/** The steps of an ACME issuance that somebody outside the cluster can refuse. */
export type AcmeStep = 'account' | 'order' | 'present' | 'validate';

/**
 * What the ACME server and the DNS provider refuse on purpose, each for one
 * subject: an issuer (`issuerKey`) or a set of names (`namesKey`).
 */
export class AcmeRefusals {
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  static create(): AcmeRefusals {
    return new AcmeRefusals();
  }

  private constructor() {}

  /** From now on the step fails with that text. */
  refuse(step: AcmeStep, subject: string, text: string): void {
    this.#texts.set(`${step} ${subject}`, text);
    this.#tell();
  }

  /** From now on the step succeeds. */
  accept(step: AcmeStep, subject: string): void {
    this.#texts.delete(`${step} ${subject}`);
    this.#tell();
  }

  /** The refusal of a step; `undefined` when it succeeds. */
  textFor(step: AcmeStep, subject: string): string | undefined {
    return this.#texts.get(`${step} ${subject}`);
  }

  /** Calls after every change, until the returned function. */
  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell() {
    this.#listeners.forEach(listener => listener());
  }
}
